import { minuteOfDay, weekday, type Instant, type ShanghaiDay } from '../../../kernel/shanghai-time'
import type { HolidayCalendar } from '../../office/calendar'
import type { OpeningInterval, OpeningZone } from '../../office/office'

/** Why the office of an activity is closed on one of its dates although it usually is not. */
export type OfficeClosed =
  | { readonly kind: 'holiday' }
  /** In the words of whoever set the hours of that day. */
  | { readonly kind: 'exception'; readonly note: string | null }

interface OneDate {
  readonly day: ShanghaiDay
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/**
 * Does this date fall on a day on which its office is closed out of its usual order? `null` where it does not. Hours
 * that were set for the day count before a public holiday; hours outside the usual ones, such as an evening class, are
 * nobody's slip.
 * @param zone the main one of the office
 */
export function officeClosedOn(
  zone: OpeningZone,
  { holidays }: Pick<HolidayCalendar, 'holidays'>,
  { day, startsAt, endsAt }: OneDate,
): OfficeClosed | null {
  const [from, minutes] = [minuteOfDay(startsAt), (endsAt - startsAt) / 60_000]
  const isWithin = (intervals: readonly OpeningInterval[]): boolean =>
    intervals.some(([opens, closes]) => opens <= from && from + minutes <= closes)
  const exception = zone.exceptions.find((one) => one.day === day)
  if (exception === undefined) {
    return holidays.includes(day) && !zone.opensOnHolidays && !zone.alwaysOpen ? { kind: 'holiday' } : null
  }
  if (isWithin(exception.intervals)) return null
  const weekdayHours = zone.weekly?.[weekday(day) - 1]
  const isUsual = zone.alwaysOpen || weekdayHours === undefined || isWithin(weekdayHours)
  return exception.intervals.length === 0 || isUsual ? { kind: 'exception', note: exception.note } : null
}
