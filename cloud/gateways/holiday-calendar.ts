import { getDayDetail, getLunarDate, getSolarTermsInRange } from 'chinese-days'
import type { HolidayCalendar } from '../../core/domain/office/calendar'
import {
  CALENDAR_DAYS_AHEAD,
  CALENDAR_DAYS_BACK,
  type HolidaySpan,
  type HolidayYear,
} from '../../core/domain/office/holiday-plan'
import { addDays, daysBetween, type ShanghaiDay } from '../../core/kernel/shanghai-time'

/** Public holidays and 调休 around a day, as announced by the State Council. */
export type HolidayCalendarSource = (today: ShanghaiDay) => HolidayCalendar | Promise<HolidayCalendar>

/** The library names an announced day "English,中文,days"; any other day by its weekday alone. */
const isAnnounced = (day: ShanghaiDay): boolean => getDayDetail(day).name.includes(',')

/** 国庆节; `null` for a day that is none. In a year that is not announced yet the days that the law names are known all the same. */
export function holidayOn(day: ShanghaiDay): string | null {
  const { name, work } = getDayDetail(day)
  if (isAnnounced(day)) return work ? null : (name.split(',')[1] ?? name)
  return isCovered(Number(day.slice(0, 4))) ? null : holidayByLaw(day)
}

/** 全国年节及纪念日放假办法, as it holds from 2025 on: what comes by exchange of weekends is announced each autumn. */
const BY_SUN: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}
/** Month and day of the lunar calendar. */
const BY_MOON: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-2': '春节',
  '1-3': '春节',
  '5-5': '端午',
  '8-15': '中秋',
}

function holidayByLaw(day: ShanghaiDay): string | null {
  const isClear = getSolarTermsInRange(day, day).some(
    ({ term, index }) => term === 'pure_brightness' && index === 1,
  )
  if (isClear) return '清明'
  // 除夕 is the day before, whether the month has 29 days or 30.
  const isEve = moonOf(addDays(day, 1)) === '1-1'
  return BY_SUN[day.slice(5)] ?? BY_MOON[moonOf(day)] ?? (isEve ? '春节' : null)
}

function moonOf(day: ShanghaiDay): string {
  const { lunarMon, lunarDay, isLeap } = getLunarDate(day)
  return isLeap ? '' : `${lunarMon}-${lunarDay}`
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
  const days = Array.from({ length: CALENDAR_DAYS_BACK + CALENDAR_DAYS_AHEAD + 1 }, (_, index) =>
    addDays(today, index - CALENDAR_DAYS_BACK),
  )
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))]
  const announced = days.filter(isAnnounced)
  return {
    coveredYears: years.filter(isCovered),
    holidays: announced.filter((day) => !getDayDetail(day).work),
    workdays: announced.filter((day) => getDayDetail(day).work),
  }
}

/** A year as it was announced, a span for each run of days of one name; `null` where this program does not know it. */
export function announcedYear(year: number): HolidayYear | null {
  if (!isCovered(year)) return null
  const first = `${year}-01-01` as ShanghaiDay
  const length = daysBetween(first, `${year + 1}-01-01` as ShanghaiDay)
  const announced = Array.from({ length }, (_, index) => addDays(first, index)).filter(isAnnounced)
  const spans: HolidaySpan[] = []
  for (const day of announced) {
    const name = holidayOn(day)
    const last = spans[spans.length - 1]
    if (name === null) continue
    if (last?.name === name && addDays(last.to, 1) === day) spans[spans.length - 1] = { ...last, to: day }
    else spans.push({ name, from: day, to: day })
  }
  return { year, spans, workdays: announced.filter((day) => getDayDetail(day).work) }
}
