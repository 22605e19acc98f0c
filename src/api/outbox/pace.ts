import type { OutboxPorts } from './outbox-kinds'

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 300_000
/** A hall full of phones that lost the network together does not come back in one instant. */
const SPREAD = 0.5

/**
 * How long to wait after so many vain tries in a row: 2 s, doubled each time, at most 5 min, up to half as
 * much again by chance.
 * @param chance `[0, 1)`
 */
export function pauseAfter(vainTries: number, chance: number, atLeastMs = 0): number {
  const doubled = FIRST_PAUSE_MS * 2 ** Math.min(Math.max(vainTries - 1, 0), 10)
  const pause = Math.min(doubled, LONGEST_PAUSE_MS) * (1 + SPREAD * chance)
  return Math.max(pause, Math.min(atLeastMs, LONGEST_PAUSE_MS))
}

/** When the outbox tries again by itself: one timer at most. */
export interface Pace {
  /** Tries again after a while that grows with every vain try. */
  rest(atLeastMs: number): void
  gotThrough(): void
  /** Whether the backend asked for peace, which a tap or a returning network does not shorten. */
  isHeldOff(): boolean
  cancel(): void
}

export function createPace({ clock, chance, after }: OutboxPorts, tryAgain: () => void): Pace {
  let vainTries = 0
  let heldUntil = 0
  let cancel = (): void => undefined
  const tryAfter = (milliseconds: number): void => {
    cancel()
    cancel = after(milliseconds, tryAgain)
  }
  return {
    rest(atLeastMs) {
      vainTries += 1
      heldUntil = atLeastMs === 0 ? 0 : clock() + Math.min(atLeastMs, LONGEST_PAUSE_MS)
      tryAfter(pauseAfter(vainTries, chance(), atLeastMs))
    },
    gotThrough: () => void (vainTries = 0),
    isHeldOff() {
      const left = heldUntil - clock()
      // A clock that was set back holds nobody off for ever.
      if (left <= 0 || left > LONGEST_PAUSE_MS) return false
      tryAfter(left)
      return true
    },
    cancel: () => cancel(),
  }
}
