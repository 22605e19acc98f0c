import {
  type Instant,
  type IsoInstant,
  type ShanghaiDay,
  clockText,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
} from '../../../core/kernel/shanghai-time'
import { dayText } from '../time'
import { COLUMN_NAMES, type NewsColumn } from '../../../core/domain/news/article'
import { ALL_NEWS, URGENT_NOTICE } from '../vocabulary'

/** 11月20日, with the year where it is another one; of this week 周三. */
export const publishedText = (day: ShanghaiDay, now: Instant): string => dayText(day, shanghaiDay(now))

/** 自治家园 · 11月20日. */
export const columnLine = (column: NewsColumn, day: ShanghaiDay, now: Instant): string =>
  `${COLUMN_NAMES[column]} · ${publishedText(day, now)}`

/** 到今天 18:00. */
export function untilText(until: IsoInstant, now: Instant): string {
  const end = parseInstant(until)
  return `到${dayText(shanghaiDay(end), shanghaiDay(now))} ${clockText(minuteOfDay(end))} 为止`
}

export const HOME_NEWS = {
  title: (kind: string): string => `${kind}新闻`,
  hint: '通知、活动回顾，能读给您听',
  all: ALL_NEWS,
  urgent: URGENT_NOTICE,
} as const
