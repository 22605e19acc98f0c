import { notesOn } from '../../../core/domain/activity/planning/draft'
import type { HolidayCalendar } from '../../../core/domain/office/calendar'
import { accept } from '../../../core/kernel/result'
import { daysBetween, instantAt, minuteOfDay, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { holidayOn } from '../../gateways/holiday-calendar'
import { readTaken } from '../../repositories/activity/draft'
import { findOffice } from '../../repositories/directory'
import { calendarAround } from '../../services/calendar'

/** A calendar reaches two months ahead: a series asks for one every so many weeks. */
const CALENDAR_DAYS = 60

export const dates: Handler<'draft.dates'> = async ({ officeId, place, dates: asked }, context) => {
  const { db, now, gateways } = context
  const spans = asked.map(({ day, startMinute, endMinute }) => ({
    day: day as ShanghaiDay,
    startMinute,
    endMinute,
    startsAt: instantAt(day as ShanghaiDay, startMinute),
    endsAt: instantAt(day as ShanghaiDay, endMinute),
  }))
  const [first] = spans
  if (first === undefined) return accept({ dates: [] })
  const from = spans.reduce((least, { startsAt }) => (startsAt < least ? startsAt : least), first.startsAt)
  const to = spans.reduce((most, { endsAt }) => (endsAt > most ? endsAt : most), first.endsAt)
  const taken = await readTaken(db, { officeId, place }, [from, to])
  const found = officeId === null ? null : await findOffice(db, officeId, now)
  const zone = found?.office.zones.find(({ main }) => main) ?? null
  const calendarOf = await calendarsFor(
    spans.map(({ day }) => day),
    (day) => calendarAround({ db, gateways }, day),
  )
  return accept({
    dates: spans.map((span) => ({
      ...notesOn(span, zone, withLaw(calendarOf(span.day), span.day)),
      taken: taken
        .filter((other) => other.startsAt < span.endsAt && span.startsAt < other.endsAt)
        .map(({ title, startsAt }) => ({ title, startMinute: minuteOfDay(startsAt) })),
    })),
  })
}

/** In a year that is not announced yet, the days that the law names are holidays all the same. */
const withLaw = (calendar: HolidayCalendar, day: ShanghaiDay): HolidayCalendar =>
  calendar.coveredYears.includes(Number(day.slice(0, 4))) ||
  holidayOn(day) === null ||
  [...calendar.holidays, ...calendar.workdays].includes(day)
    ? calendar
    : { ...calendar, holidays: [...calendar.holidays, day] }

async function calendarsFor(
  days: readonly ShanghaiDay[],
  calendarFrom: (day: ShanghaiDay) => Promise<HolidayCalendar>,
): Promise<(day: ShanghaiDay) => HolidayCalendar> {
  const found: { readonly from: ShanghaiDay; readonly calendar: HolidayCalendar }[] = []
  for (const day of [...days].sort()) {
    const last = found[found.length - 1]
    if (last === undefined || daysBetween(last.from, day) > CALENDAR_DAYS)
      found.push({ from: day, calendar: await calendarFrom(day) })
  }
  return (day) => {
    const own = found.find(({ from }) => from <= day && daysBetween(from, day) <= CALENDAR_DAYS)
    if (own === undefined) throw new Error(`no calendar was asked for ${day}`)
    return own.calendar
  }
}
