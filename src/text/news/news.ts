import type { NewsColumn } from '../../../core/domain/news/article'
import {
  clockText,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
  type Instant,
  type IsoInstant,
  type ShanghaiDay,
} from '../../../core/kernel/shanghai-time'
import { dayText } from '../time'

export const COLUMN_NAMES: Readonly<Record<NewsColumn, string>> = {
  'self-governance': '自治家园',
  announcements: '通知公告',
  reviews: '活动回顾',
  livelihood: '民生实事',
  'life-circle': '生活圈',
  opinions: '人民意见',
}

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
  title: '街道消息',
  hint: '通知、活动回顾，能读给您听',
  all: '看全部消息',
  urgent: '紧急通知',
} as const
