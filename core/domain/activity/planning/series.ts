import {
  addDays,
  daysBetween,
  instantAt,
  weekday,
  type Instant,
  type ShanghaiDay,
} from '../../../kernel/shanghai-time'

/** Every so many weeks on one weekday, at the same time of day. */
export interface WeeklySeries {
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  /** 1 is every week, 2 every other week, counted from the first one on or after `from`. */
  readonly everyWeeks: number
  /** Days `[from, until)`. */
  readonly from: ShanghaiDay
  readonly until: ShanghaiDay
  /** Minutes of the Shanghai day `[startMinute, endMinute)`. */
  readonly startMinute: number
  readonly endMinute: number
  /** Days that drop out from the beginning, such as public holidays. */
  readonly without: readonly ShanghaiDay[]
}

/** One date of a series; it becomes an activity that moves or is withdrawn by itself. */
export interface SeriesDate {
  /** Stays its key in the series when the activity is moved. */
  readonly day: ShanghaiDay
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** The dates of a series, in order. A dropped day does not shift the rhythm of the others. */
export function datesOf(series: WeeklySeries): readonly SeriesDate[] {
  const { from, until, startMinute, endMinute, everyWeeks } = series
  const first = addDays(from, (series.weekday - weekday(from) + 7) % 7)
  const count = Math.max(0, Math.ceil(daysBetween(first, until) / (7 * everyWeeks)))
  return Array.from({ length: count }, (_, index) => addDays(first, index * 7 * everyWeeks))
    .filter((day) => !series.without.includes(day))
    .map((day) => ({ day, startsAt: instantAt(day, startMinute), endsAt: instantAt(day, endMinute) }))
}
