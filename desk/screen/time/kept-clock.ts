import { instant, type Instant } from '../../../core/kernel/shanghai-time'

/** What the device shows at one moment, both in milliseconds. */
export interface Reading {
  /** `Date.now()`: survives a restart, but may be wrong, and jumps when somebody sets it. */
  readonly wall: number
  /** `performance.now()`: never jumps, but counts from the opening of the page. */
  readonly steady: number
}

export interface KeptClock {
  now(): Instant
  /** How far the server is ahead of the device's own clock: kept for the next start without a network. */
  ahead(): number
  /**
   * The server said `said` somewhere between sending and receiving: so far the truth is certain, and no
   * further is the clock moved. A slow answer corrects nothing that it does not know better.
   */
  correct(said: Instant, sent: number, received: number): void
}

/** The server's time on a device that may have another: by offset at every contact, by the steady counter between. */
export function keptClock(read: () => Reading, ahead: number): KeptClock {
  const start = read()
  /** Server time minus steady counter. */
  let base = start.wall + ahead - start.steady
  let met = false
  return {
    now: () => instant(base + read().steady),
    ahead: () => {
      const { wall, steady } = read()
      return base + steady - wall
    },
    correct(said, sent, received) {
      const [earliest, latest] = [said - received, said - sent]
      base = met ? Math.min(Math.max(base, earliest), latest) : (earliest + latest) / 2
      met = true
    },
  }
}
