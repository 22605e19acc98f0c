import { STAFF_ONLY_TITLE, URGENT_NOTICE, charactersLeft } from '../vocabulary'
import type { StaffNotice } from '../../../core/contract/news'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { momentText } from '../time'

/** The page on which editors hang urgent notices on home and wall screens. */
export const NOTICES = {
  title: URGENT_NOTICE,
  hint: '马上挂到首页和大屏，到时自己撤',
  write: '写一条紧急通知',
  writeHint: '停水、改期、大风这样的急事。一发出，首页和各处大屏马上都有。',
  readOnly: '发通知的是编辑和管理员。有急事要发，请打电话找他们。',
  name: '一句话说清什么事',
  nameHint: '比如：明早停水，饮水点照常',
  nameMissing: '请写一句话。',
  text: '大家要怎么做',
  textHint: '写清时间、地点、怎么办、问谁',
  textMissing: '请写大家要怎么做。',
  left: charactersLeft,
  day: '挂到哪天',
  hour: '到几点',
  look: '先看看样子',
  onHome: '首页上是这样',
  onWall: '大屏上是这样',
  change: '再改改',
  publish: '发出去',
  notPublished: '发两条',
  published: '发出去了，首页和大屏已经挂上。',
  seeAll: '看正在挂的',
  leave: '先不写了',
  current: '正在挂的',
  none: '现在没有挂紧急通知。',
  past: '以前的',
  withdraw: '撤下来',
  withdrawTitle: '撤下这条通知？',
  withdrawAsk: '撤下后，首页和大屏马上没有了。要再挂，得重新写。',
  keep: '先挂着',
  notWithdrawn: '撤两次',
  others: {
    title: STAFF_ONLY_TITLE,
    advice: '看紧急通知的是社工、编辑和管理员。您要开通，请找管理员。',
  },
} as const

/** 12:00. */
export const hourText = (hour: number): string => `${hour}:00`

/** 11月20日 9:00 发，11月21日 18:00 到期; 昨天 9:00 发，昨天 10:00 撤下. */
export function pastText({ from, until, withdrawnAt }: StaffNotice, now: Instant): string {
  const sent = momentText(parseInstant(from), now)
  return withdrawnAt === null
    ? `${sent} 发，${momentText(parseInstant(until), now)} 到期`
    : `${sent} 发，${momentText(parseInstant(withdrawnAt), now)} 撤下`
}
