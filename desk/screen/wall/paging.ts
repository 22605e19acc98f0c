import { SLOT_MS } from '../../../core/domain/check-in/codes/rolling'
import type { Instant } from '../../../core/kernel/shanghai-time'

/**
 * Where pages begin, given the height of each line and of the room for them; a line that is higher than the
 * room has a page of its own.
 */
export function pageStarts(heights: readonly number[], room: number): readonly number[] {
  const starts: number[] = []
  let used = Infinity
  heights.forEach((height, index) => {
    if (used + height > room) {
      starts.push(index)
      used = 0
    }
    used += height
  })
  return starts
}

/** How many lines fit, from the first on. */
export function countFitting(heights: readonly number[], room: number): number {
  const [, end = heights.length] = pageStarts(heights, room)
  return (heights[0] ?? 0) > room ? 0 : end
}

/** Pages take turns, one for each code. */
export const pageAt = (pages: number, now: Instant): number =>
  pages === 0 ? 0 : Math.floor(now / SLOT_MS) % pages
