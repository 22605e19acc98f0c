import { accept, refuse, type Result } from '../../kernel/result'
import { shanghaiDay, type Instant, type ShanghaiDay } from '../../kernel/shanghai-time'
import type { OpeningInterval } from './office'

export type HoursExceptionRefusal = 'hours_overlap' | 'day_past'

/**
 * May these hours hold on `day`? Today and later only, each interval `[from, to)` non-empty, none
 * overlapping another. Gives them back in order of the day.
 */
export function decideHoursOn(
  day: ShanghaiDay,
  intervals: readonly OpeningInterval[] | null,
  now: Instant,
): Result<readonly OpeningInterval[] | null, HoursExceptionRefusal> {
  if (day < shanghaiDay(now)) return refuse('day_past', { today: shanghaiDay(now) })
  if (intervals === null) return accept(null)
  const inOrder = [...intervals].sort(([left], [right]) => left - right)
  const apart = inOrder.every(
    ([from, to], index) => from < to && (index === 0 || (inOrder[index - 1]?.[1] ?? 0) <= from),
  )
  return apart ? accept(inOrder) : refuse('hours_overlap')
}
