import {
  addDays,
  instant,
  instantAt,
  minuteOfDay,
  shanghaiDay,
  weekday,
  type Instant,
  type ShanghaiDay,
} from '../../kernel/shanghai-time'
import type { HolidayCalendar } from './calendar'
import type { OpeningInterval, OpeningZone } from './office'

/** Is it open, and when does the answer change? */
export type OpenState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'always' }
  | {
      readonly kind: 'open'
      /** Closes within the "closing soon" minutes. */
      readonly closingSoon: boolean
      /** First instant at which it is closed again. */
      readonly until: Instant
      readonly holidaysUncertain: boolean
    }
  | {
      readonly kind: 'closed'
      /** Next opening within two weeks; `null` when none is known. */
      readonly opensAt: Instant | null
      /** Why it is closed although it usually is not, in the words of whoever set today's hours. */
      readonly note: string | null
      readonly holidaysUncertain: boolean
    }

/** How far ahead an opening is looked for: longer than the longest public holiday with its exchanges. */
const DAYS_AHEAD = 14
const MINUTES_A_DAY = 1440
const MINUTES_AN_HOUR = 60
/** Of an hour. */
const LAST_MINUTE = 59

/**
 * State of one zone at `now`. On each day the first of these holds: a dated exception, 调休 (a zone that is open on
 * that weekday anyway keeps to its hours, any other has those of Monday, because the day stands in for one of the
 * working week), a public holiday (closed unless the zone keeps its hours), the weekly hours. Intervals are `[from, to)`; one that ends at 24:00 goes on
 * into an interval that begins at 0:00 of the next day.
 * @param closingSoonMinutes from how many minutes before closing "closing soon" is said
 */
export function openStateOf(
  zone: OpeningZone,
  calendar: HolidayCalendar,
  now: Instant,
  closingSoonMinutes: number,
): OpenState {
  const today = shanghaiDay(now)
  const isOrdinaryDay = zone.exceptions.every((exception) => exception.day !== today)
  if (isOrdinaryDay && zone.alwaysOpen) return { kind: 'always' }
  if (isOrdinaryDay && zone.weekly === null) return { kind: 'unknown' }
  const minute = minuteOfDay(now)
  const current = intervalsOn(zone, calendar, today).find(([from, to]) => from <= minute && minute < to)
  if (current !== undefined) {
    const until = closingAfter(zone, calendar, today, current)
    return {
      kind: 'open',
      closingSoon: until - now <= closingSoonMinutes * 60_000,
      until,
      // Open over midnight into a year whose holidays nobody knows.
      holidaysUncertain: [today, shanghaiDay(instant(until - 1))].some((day) =>
        isUncertain(zone, calendar, day),
      ),
    }
  }
  const opening = nextOpening(zone, calendar, today, minute)
  return {
    kind: 'closed',
    opensAt: opening,
    note: noteFor(zone, calendar, now, opening),
    holidaysUncertain: isUncertain(zone, calendar, opening === null ? today : shanghaiDay(opening)),
  }
}

/** What is said of the afternoon is not said of the morning: only where the usual hours would be open, or open earlier. */
function noteFor(
  zone: OpeningZone,
  calendar: HolidayCalendar,
  now: Instant,
  opening: Instant | null,
): string | null {
  const today = shanghaiDay(now)
  const note = zone.exceptions.find(({ day }) => day === today)?.note ?? null
  if (note === null) return null
  const usual = { ...zone, exceptions: zone.exceptions.filter(({ day }) => day !== today) }
  const minute = minuteOfDay(now)
  if (intervalsOn(usual, calendar, today).some(([from, to]) => from <= minute && minute < to)) return note
  const usualOpening = nextOpening(usual, calendar, today, minute)
  return usualOpening !== null && (opening === null || usualOpening < opening) ? note : null
}

/** The intervals during which the zone is open on `day`, in order; empty when it is closed or unknown. */
export const intervalsOn = (
  zone: OpeningZone,
  calendar: HolidayCalendar,
  day: ShanghaiDay,
): readonly OpeningInterval[] =>
  statedOn(zone, calendar, day).reduce<readonly OpeningInterval[]>((joined, [from, to]) => {
    const last = joined[joined.length - 1]
    // 9:00-12:00 12:00-17:00, or with 11:59: nobody is sent out between them.
    const goesOn = last !== undefined && from <= last[1] + Number(last[1] % MINUTES_AN_HOUR === LAST_MINUTE)
    return goesOn
      ? [...joined.slice(0, -1), [last[0], Math.max(last[1], endOf(to))]]
      : [...joined, [from, endOf(to)]]
  }, [])

/** 23:59 is how forms and sheets write the end of a day that take no 24:00. */
const endOf = (to: number): number => (to === MINUTES_A_DAY - 1 ? MINUTES_A_DAY : to)

function statedOn(
  zone: OpeningZone,
  calendar: HolidayCalendar,
  day: ShanghaiDay,
): readonly OpeningInterval[] {
  const exception = zone.exceptions.find((candidate) => candidate.day === day)
  if (exception !== undefined) return exception.intervals
  if (zone.alwaysOpen) return [[0, MINUTES_A_DAY]]
  if (zone.weekly === null) return []
  const usual = zone.weekly[weekday(day) - 1] ?? []
  if (calendar.workdays.includes(day)) return usual.length > 0 ? usual : (zone.weekly[0] ?? [])
  return calendar.holidays.includes(day) && !zone.opensOnHolidays ? [] : usual
}

/** Follows an interval over midnight into the next day's first one, for at most `DAYS_AHEAD` days. */
function closingAfter(
  zone: OpeningZone,
  calendar: HolidayCalendar,
  from: ShanghaiDay,
  interval: OpeningInterval,
): Instant {
  let day = from
  let to = interval[1]
  for (let ahead = 1; to === MINUTES_A_DAY && ahead <= DAYS_AHEAD; ahead += 1) {
    const tomorrow = addDays(from, ahead)
    const next = intervalsOn(zone, calendar, tomorrow).find(([start]) => start === 0)
    if (next === undefined) break
    day = tomorrow
    to = next[1]
  }
  return instantAt(day, to)
}

function nextOpening(
  zone: OpeningZone,
  calendar: HolidayCalendar,
  today: ShanghaiDay,
  minute: number,
): Instant | null {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead)
    const earliest = ahead === 0 ? minute : -1
    const interval = intervalsOn(zone, calendar, day).find(([from]) => from > earliest)
    if (interval !== undefined) return instantAt(day, interval[0])
  }
  return null
}

/** True where the weekly hours were used for a day whose holidays are not announced yet. */
function isUncertain(zone: OpeningZone, calendar: HolidayCalendar, day: ShanghaiDay): boolean {
  if (zone.opensOnHolidays || zone.exceptions.some((exception) => exception.day === day)) return false
  return !calendar.coveredYears.includes(Number(day.slice(0, 4)))
}
