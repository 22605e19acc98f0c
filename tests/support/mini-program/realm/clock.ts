/** The phone's clock and its timers: real time, which a test can move and hurry. */
export interface Clock {
  now(): number
  /** How many milliseconds pass on the phone in one real one; above 1 long waits (time-outs, retries) are short. */
  pace: number
  /** The phone's clock now reads that instant and goes on from there. */
  moveTo(instant: number): void
  startTimer(run: () => void, delay: number, repeats: boolean): number
  stopTimer(id: number): void
  /** Timers that will run within that many phone milliseconds. */
  dueWithin(milliseconds: number): number
  /** Nothing runs any more. */
  stop(): void
}

interface Timer {
  readonly run: () => void
  readonly delay: number
  readonly repeats: boolean
  /** By the phone's own steady count, which `moveTo` leaves alone. */
  readonly dueAt: number
  handle: NodeJS.Timeout
}

export function createClock(startsAt: number = Date.now()): Clock {
  const timers = new Map<number, Timer>()
  let lastId = 0
  let stopped = false
  let pace = 1
  let mark = { steady: 0, real: performance.now() }
  let offset = startsAt
  const steady = (): number => mark.steady + (performance.now() - mark.real) * pace
  const wait = (id: number, dueAt: number): NodeJS.Timeout =>
    setTimeout(() => fire(id), (dueAt - steady()) / pace)

  function arm(id: number, timer: Pick<Timer, 'run' | 'delay' | 'repeats'>): void {
    const dueAt = steady() + timer.delay
    timers.set(id, { ...timer, dueAt, handle: wait(id, dueAt) })
  }

  function fire(id: number): void {
    const timer = timers.get(id)
    if (!timer) return
    timers.delete(id)
    // Armed again before it runs: a repeating timer that stops itself must not come back.
    if (timer.repeats) arm(id, timer)
    timer.run()
  }

  return {
    now: () => Math.floor(offset + steady()),
    get pace() {
      return pace
    },
    set pace(wanted) {
      mark = { steady: steady(), real: performance.now() }
      pace = wanted
      for (const [id, timer] of timers) {
        clearTimeout(timer.handle)
        timer.handle = wait(id, timer.dueAt)
      }
    },
    moveTo: (instant) => {
      offset = instant - steady()
    },
    startTimer: (run, delay, repeats) => {
      lastId += 1
      if (!stopped) arm(lastId, { run, delay: Math.max(Number(delay) || 0, repeats ? 1 : 0), repeats })
      return lastId
    },
    stopTimer: (id) => {
      clearTimeout(timers.get(id)?.handle)
      timers.delete(id)
    },
    dueWithin: (milliseconds) => {
      const horizon = steady() + milliseconds
      return [...timers.values()].filter(({ dueAt }) => dueAt <= horizon).length
    },
    stop: () => {
      stopped = true
      for (const { handle } of timers.values()) clearTimeout(handle)
      timers.clear()
    },
  }
}
