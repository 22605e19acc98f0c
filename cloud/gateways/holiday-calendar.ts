import { getDayDetail } from 'chinese-days'
import type { HolidayCalendar } from '../../core/domain/office/calendar'
import { addDays, type ShanghaiDay } from '../../core/kernel/shanghai-time'

/** Public holidays and 调休 around a day, as announced by the State Council. */
export type HolidayCalendarSource = (today: ShanghaiDay) => HolidayCalendar | Promise<HolidayCalendar>

const DAYS_BACK = 1
/** Two months: a phone that was offline for weeks still knows the next holiday. */
const DAYS_AHEAD = 62

/** The library names an announced day "English,中文,days"; any other day by its weekday alone. */
const isAnnounced = (day: ShanghaiDay): boolean => getDayDetail(day).name.includes(',')

/** 国庆节; `null` for a day that is none or is not announced. */
export function holidayOn(day: ShanghaiDay): string | null {
  const { name, work } = getDayDetail(day)
  return isAnnounced(day) && !work ? (name.split(',')[1] ?? name) : null
}

/** National Day is a holiday each year: a year in which it reads as an ordinary day is not announced yet. */
const isCovered = (year: number): boolean => isAnnounced(`${year}-10-01` as ShanghaiDay)

/**
 * From the chinese-days library, which ends with the last announced year and would call every later
 * holiday a working day; so only covered years count.
 */
export const announcedHolidays = (today: ShanghaiDay): HolidayCalendar => {
  if (latest?.today !== today) latest = { today, calendar: around(today) }
  return latest.calendar
}

/** Asked with each directory, and the same all day long: looking it up anew cost more than the rest of the call. */
let latest: { readonly today: ShanghaiDay; readonly calendar: HolidayCalendar } | null = null

function around(today: ShanghaiDay): HolidayCalendar {
  const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD + 1 }, (_, index) =>
    addDays(today, index - DAYS_BACK),
  )
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))]
  const announced = days.filter(isAnnounced)
  return {
    coveredYears: years.filter(isCovered),
    holidays: announced.filter((day) => !getDayDetail(day).work),
    workdays: announced.filter((day) => getDayDetail(day).work),
  }
}
