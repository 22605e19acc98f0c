import { accept, refuse, type Result } from '../../kernel/result'
import { addDays, daysBetween, shanghaiDay, type Instant, type ShanghaiDay } from '../../kernel/shanghai-time'
import type { HolidayCalendar } from './calendar'
import type { HoursException, OpeningInterval, OpeningZone } from './office'
import { intervalsOn } from './opening'

/** Longer is no 临时关门: the office has moved or its hours have changed. */
export const LONGEST_CLOSING_DAYS = 31

/** 临时关门 on each of these days, both included; `window` in minutes of the day, `null` for all day. */
export interface Closing {
  readonly from: ShanghaiDay
  readonly until: ShanghaiDay
  readonly window: OpeningInterval | null
}

export type ClosingRefusal =
  'day_past' | 'hours_overlap' | 'closing_too_long' | 'hours_unknown' | 'closed_anyway'

/**
 * What then holds on each day that changes by it: the hours of that day without the window. Where nobody knows the
 * hours, only whole days can be closed.
 */
export function decideClosing(
  zone: OpeningZone,
  calendar: HolidayCalendar,
  { from, until, window }: Closing,
  now: Instant,
): Result<readonly Pick<HoursException, 'day' | 'intervals'>[], ClosingRefusal> {
  const today = shanghaiDay(now)
  if (from < today) return refuse('day_past', { today })
  if (until < from || (window !== null && window[0] >= window[1])) return refuse('hours_overlap')
  const length = daysBetween(from, until) + 1
  if (length > LONGEST_CLOSING_DAYS) return refuse('closing_too_long', { days: LONGEST_CLOSING_DAYS })
  const days = Array.from({ length }, (_, ahead) => addDays(from, ahead))
  const isKnown = (day: ShanghaiDay): boolean =>
    zone.alwaysOpen || zone.weekly !== null || zone.exceptions.some((exception) => exception.day === day)
  if (window !== null && !days.every(isKnown)) return refuse('hours_unknown')
  const closed = days.flatMap((day) => {
    if (!isKnown(day)) return [{ day, intervals: [] }]
    const usual = intervalsOn(zone, calendar, day)
    const left = window === null ? [] : usual.flatMap((opening) => without(opening, window))
    return JSON.stringify(left) === JSON.stringify(usual) ? [] : [{ day, intervals: left }]
  })
  return closed.length === 0 ? refuse('closed_anyway') : accept(closed)
}

const without = ([from, to]: OpeningInterval, [begin, end]: OpeningInterval): readonly OpeningInterval[] =>
  [[from, Math.min(to, begin)] as const, [Math.max(from, end), to] as const].filter(
    ([start, stop]) => start < stop,
  )
