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

/** 今天, 明天, 后天, 周三 within a week, otherwise 11月28日, with the year where it is another one. */
export function dayText(day: ShanghaiDay, today: ShanghaiDay): string {
  const ahead = daysBetween(today, day)
  if (ahead === -1) return '昨天'
  if (ahead >= 0 && ahead <= 2) return ['今天', '明天', '后天'][ahead] ?? ''
  if (ahead > 2 && ahead < 7) return WEEKDAYS[weekday(day) - 1] ?? ''
  const [year, month, date] = day.split('-').map(Number)
  return `${year === Number(today.slice(0, 4)) ? '' : `${year}年`}${month}月${date}日`
}

/** 今天 14:00. */
export const momentText = (moment: Instant, now: Instant): string =>
  `${dayText(shanghaiDay(moment), shanghaiDay(now))} ${clockText(minuteOfDay(moment))}`

/** 20:00 when it is today, 明天 2:00 otherwise; midnight that ends today reads 24:00. */
export function endText(end: Instant, now: Instant): string {
  const ahead = daysBetween(shanghaiDay(now), shanghaiDay(end))
  if (ahead === 0) return clockText(minuteOfDay(end))
  return ahead === 1 && minuteOfDay(end) === 0 ? '24:00' : momentText(end, now)
}

/** 11月28日（周六）9:00: the same whenever it is read. */
export function fullMomentText(moment: Instant): string {
  const day = shanghaiDay(moment)
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日（${WEEKDAYS[weekday(day) - 1] ?? ''}）${clockText(minuteOfDay(moment))}`
}
