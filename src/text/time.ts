import {
  clockText,
  daysBetween,
  minuteOfDay,
  shanghaiDay,
  weekday,
  type Instant,
  type ShanghaiDay,
} from '../../core/kernel/shanghai-time'

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 周六 12月5日, with the year where it is another one: one can find it on the calendar at the wall. */
export function dateText(day: ShanghaiDay, today: ShanghaiDay = day): string {
  return `${WEEKDAYS[weekday(day) - 1] ?? ''} ${monthDay(day, today)}`
}

/** 12月5日, with the year where it is another one. */
export function monthDay(day: ShanghaiDay, today: ShanghaiDay = day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year === Number(today.slice(0, 4)) ? '' : `${year}年`}${month}月${date}日`
}

/**
 * 今天, 明天, 后天, 周三 within a week, further ahead 周六 12月5日; of what is past the date alone, whose weekday nobody
 * plans by.
 */
export function dayText(day: ShanghaiDay, today: ShanghaiDay): string {
  const ahead = daysBetween(today, day)
  if (ahead === -1) return '昨天'
  if (ahead >= 0 && ahead <= 2) return ['今天', '明天', '后天'][ahead] ?? ''
  if (ahead > 2 && ahead < 7) return WEEKDAYS[weekday(day) - 1] ?? ''
  return ahead < 0 ? monthDay(day, today) : dateText(day, today)
}

/** 今天 14:00. */
export const momentText = (moment: Instant, now: Instant): string =>
  `${dayText(shanghaiDay(moment), shanghaiDay(now))} ${clockText(minuteOfDay(moment))}`

/** 6:50 today, 昨天 18:00 otherwise. */
export const shortMoment = (moment: Instant, now: Instant): string =>
  shanghaiDay(moment) === shanghaiDay(now) ? clockText(minuteOfDay(moment)) : momentText(moment, now)

/** 20:00 when it is today, 明天 2:00 otherwise; midnight that ends today reads 24:00. */
export function endText(end: Instant, now: Instant): string {
  const ahead = daysBetween(shanghaiDay(now), shanghaiDay(end))
  if (ahead === 0) return clockText(minuteOfDay(end))
  return ahead === 1 && minuteOfDay(end) === 0 ? '24:00' : momentText(end, now)
}

/** 周六 11月28日 9:00: the same whenever it is read; with its year where that is asked for. */
export function fullMomentText(moment: Instant, withYear = false): string {
  const day = shanghaiDay(moment)
  const date = dateText(day, withYear ? NO_YEAR : day)
  return `${date} ${clockText(minuteOfDay(moment))}`
}

/** A day of no year that anybody writes about. */
const NO_YEAR = '0000-01-01' as ShanghaiDay
