import { instant, tryParseInstant, type Instant } from './shanghai-time'

/** What the device shows at one moment, both in milliseconds. */
export interface Reading {
  /** `Date.now()`: survives a restart, but may be wrong, and jumps when somebody sets it. */
  readonly wall: number
  /** What never jumps, such as `performance.now()`; the wall clock again where a device has nothing else. */
  readonly steady: number
}

export interface ServerClock {
  now(): Instant
  /** Milliseconds that the server is ahead of the device's own clock. */
  ahead(): number
  /**
   * The server said `said` somewhere between sending and receiving, both by the steady counter: so far the truth is
   * certain. The quickest answer so far counts at its middle; a slower one moves the clock only as far as it is certain.
   */
  correct(said: Instant, sent: number, received: number): void
}

/** From here on somebody is told that the device's own clock is wrong. */
const WRONG_FROM_MS = 5 * 60_000

export const isWrong = (ahead: number): boolean => Math.abs(ahead) > WRONG_FROM_MS

/** The server's time on a device that may have another: by offset at every contact, by the steady counter between. */
export function serverClock(read: () => Reading, ahead: number): ServerClock {
  const start = read()
  /** Server time minus steady counter. */
  let base = start.wall + ahead - start.steady
  /** Between which the base lies by the quickest answer. */
  let quickest = { earliest: -Infinity, latest: Infinity }
  return {
    now: () => instant(base + read().steady),
    ahead: () => {
      const { wall, steady } = read()
      return base + steady - wall
    },
    correct(said, sent, received) {
      const took = received - sent
      // The counter itself was set back meanwhile: nothing is certain.
      if (took < 0) return
      const [earliest, latest] = [said - received, said - sent]
      const isQuickest = took <= quickest.latest - quickest.earliest
      // What contradicts the quickest answer begins anew: a clock was set.
      if (isQuickest || earliest > quickest.latest || latest < quickest.earliest)
        quickest = { earliest, latest }
      base = isQuickest ? (earliest + latest) / 2 : Math.min(Math.max(base, earliest), latest)
    },
  }
}

/** What each answer says beside `ok`; `moved` where the clock of a demonstration is not the real one. */
export interface AnswerTime {
  readonly at?: string
  readonly moved?: true
}

/** The server's time on a device that has nothing but its own clock, learnt from whatever is answered. */
export interface LearntClock {
  now(): Instant
  /** The same moment by the device's own clock, and back. */
  onDevice(moment: Instant): number
  fromDevice(deviceTime: number): Instant
  /** Whether the device's own clock is off by more than five minutes. Of a moved clock nothing is said. */
  isDeviceWrong(): boolean
  /** @param sentAt by the device's own clock */
  learn(answer: AnswerTime, sentAt: number): void
  /** Calls back when an answer made a difference to read; the answer ends that. */
  onLearnt(listener: () => void): () => void
}

/** Who reads the minute need not hear of less. */
const TOLD_FROM_MS = 1_000

/**
 * A phone's steady counter stands still while it sleeps in a pocket, so both readings are its clock; somebody who sets
 * that is put right by the next answer.
 */
export function learntClock(deviceNow: () => number): LearntClock {
  // Read once: a millisecond may pass between two readings, and the clock would begin that much behind.
  const readOnce = (): Reading => {
    const wall = deviceNow()
    return { wall, steady: wall }
  }
  const clock = serverClock(readOnce, 0)
  const listeners = new Set<() => void>()
  let isMoved = false
  const isDeviceWrong = (): boolean => !isMoved && isWrong(clock.ahead())
  return {
    now: () => clock.now(),
    onDevice: (moment) => moment - clock.ahead(),
    fromDevice: (deviceTime) => instant(deviceTime + clock.ahead()),
    isDeviceWrong,
    learn({ at, moved }, sentAt) {
      const said = typeof at === 'string' ? tryParseInstant(at) : null
      if (said === null) return
      const [aheadBefore, wasWrong] = [clock.ahead(), isDeviceWrong()]
      isMoved = moved === true
      clock.correct(said, sentAt, deviceNow())
      if (Math.abs(clock.ahead() - aheadBefore) < TOLD_FROM_MS && isDeviceWrong() === wasWrong) return
      for (const listener of [...listeners]) listener()
    },
    onLearnt(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
