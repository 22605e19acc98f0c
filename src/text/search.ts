import { MORE_ITEMS } from './vocabulary'
import type { AskedDays } from '../../core/domain/search/answer'
import type { FieldRole, SearchKind } from '../../core/domain/search/document'
import type { Help } from '../../core/domain/search/question/needs'
import type { PartOfDay } from '../../core/domain/search/question/when'
import type { ShanghaiDay } from '../../core/kernel/shanghai-time'
import { dayHeading } from './activity/activities'

export const SEARCH = {
  title: '搜一搜',
  heading: '您想找什么？',
  hint: '打字或拼音',
  how: '办事、地方、活动、新闻，都在这里找。可以照平时说话那样问，打错一个字也找得到。',
  try: '试试这些',
  before: '您搜过的',
  forget: '清空',
  forgetLabel: '清空搜过的',
  offline: '没有网络，先在手机里找。',
  slow: '暂时问不到，先在手机里找。',
  guessed: '没有一模一样的，您要找的可能是：',
  searching: '正在找…',
  more: MORE_ITEMS,
} as const

/** Said when an answer comes, above it. */
export const foundCount = (count: number): string => `找到 ${count} 条`

/** What one may ask, as people ask it. */
export const EXAMPLES: readonly string[] = ['加装电梯', '居住证', '吃饭', '周六活动', '学手机', '公园']

export const KIND_TITLES: Readonly<Record<SearchKind, string>> = {
  office: '会客厅和服务点',
  service: '能办的事',
  facility: '身边的地方',
  activity: '活动',
  word: '这个词的意思',
  news: '新闻',
}

const REASONS: Readonly<Record<FieldRole, string>> = {
  name: '也叫',
  kind: '种类',
  related: '相关',
  service: '服务',
  alias: '也叫',
  compound: '管的小区',
  'likely-compound': '可能管的小区',
  place: '地点',
  text: '里面说',
}

/** 服务：, before the words that were found. */
export const reasonLead = (role: FieldRole): string => `${REASONS[role]}：`

/** 金梅园、武宁片区能办; nothing is promised where no office is known. */
export const handledAt = (offices: readonly string[], hotline: string): string =>
  offices.length === 0 ? `还没核实哪里能办，请先打 ${hotline} 问一声` : `${offices.join('、')}能办`

export const GONE_WORDS = { moved: '已搬走，点开看新地方', closed: '已关，点开看哪里接着办' } as const

export const nothingFound = (text: string): string => `没有找到“${text}”`
export const nothingFoundAdvice = (hotline: string): string =>
  `换个说法，或只打一两个字试试。也可以打 ${hotline} 问一问。`
export const nothingOffline = '手机里记着的不多。有了网再搜一次，或打电话问一问。'

const PARTS: Readonly<Record<PartOfDay, string>> = {
  morning: '上午',
  noon: '中午',
  afternoon: '下午',
  evening: '晚上',
}

/** 周六 11月28日 上午; 周六 11月28日 到 周日 11月29日. */
export function askedDays({ firstDay, lastDay, part, none }: AskedDays, today: ShanghaiDay): string {
  const first = dayHeading(firstDay, today)
  const days = firstDay === lastDay ? first : `${first} 到 ${dayHeading(lastDay, today)}`
  const named = part === null ? days : `${days} ${PARTS[part]}`
  return none ? `${named}：没有找到活动。` : named
}
export const LATER_ACTIVITIES = '之后最近的是：'

/** Whom one may call, and what one may say there. */
export const HELP: Readonly<Record<Help, string>> = {
  hotline: '这件事可以打电话问',
  fire: '着火了，先离开，马上打',
  police: '马上报警',
  ambulance: '人要紧，马上打',
}
export const HELP_WORDS = '电话里可以照着说（长按能复制）：'
