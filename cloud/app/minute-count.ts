export interface MinuteCount {
  /** One more; reported at once where it is the first for a minute, otherwise with the others of that minute. */
  add(): void
}

/**
 * What breaks by the hundred in one instant, such as connections, as one line a minute with its number.
 * @param report gets how many there were since the last time
 */
export function countByMinute(report: (count: number) => void, everyMs = 60_000): MinuteCount {
  let count = 0
  let isRunning = false
  const turn = (): void => {
    isRunning = count > 0
    if (!isRunning) return
    report(count)
    count = 0
    setTimeout(turn, everyMs).unref()
  }
  return {
    add: () => {
      count += 1
      if (!isRunning) turn()
    },
  }
}
