import type { Instant } from '../../core/kernel/shanghai-time'

const MINUTE = 60_000
/** Minutes of one sway across and down; neither divides the other, so the path fills its box over hours. */
const PERIODS = { across: 47, down: 31 } as const

/**
 * Where the picture stands in its frame at `now`, as shares of the widest shift, −1 to 1. It moves a little each
 * minute, too little to be seen, so that no edge burns into the display.
 */
export function swayAt(now: Instant): { readonly across: number; readonly down: number } {
  const minute = Math.floor(now / MINUTE)
  const sway = (period: number): number => Math.sin((2 * Math.PI * (minute % period)) / period)
  return { across: sway(PERIODS.across), down: sway(PERIODS.down) }
}

/** The code and the words change sides every hour: large even grounds burn in too. */
export const isMirrored = (now: Instant): boolean => Math.floor(now / (60 * MINUTE)) % 2 === 1
