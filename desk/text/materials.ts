import { BACK_TO_ACTIVITY, COPIED, NOT_COPIED, PRINT_STALL_PLAN } from './vocabulary'
import type { Output } from '../../core/contract'
import type { ActivityPage } from '../../core/contract/activity/activity-page'
import { trustLine } from '../../core/domain/office/trust-line'
import { parseInstant, shanghaiDay } from '../../core/kernel/shanghai-time'
import { endClock, startClock } from '../../src/text/activity/activities'
import { agesText } from '../../src/text/activity/activity'
import { posterWords } from '../../src/text/activity/poster'
import { dateText } from '../../src/text/time'
import { CHAIN } from './chain'

export const MATERIALS = {
  title: '宣传材料',
  back: BACK_TO_ACTIVITY,
  how: '都是从这场活动现在的样子来的：时间、地点改了，再打开就是新的；发出去的不会自己变。',
  withdrawn: '这场活动取消了，不再宣传。',
  notice: '群通知',
  chain: '群通知，带接龙',
  chainHow: '街坊接好了，整段复制回来，贴到“贴接龙”里。',
  copyNotice: '复制群通知',
  copyChain: '复制带接龙的',
  copied: COPIED,
  notCopied: NOT_COPIED,
  poster: '群海报',
  posterHow: '发到群里的图片。',
  save: '存成图片',
  drawing: '正在画…',
  notDrawn: '图没有画成。请刷新这一页再试。',
  print: '打印',
  printHow: '黑白打印就行，不费墨。',
  printPoster: '打印 A4 海报',
  signInSheet: '签到单',
  printPlan: PRINT_STALL_PLAN,
  share: '转发卡片',
  shareHow: '用微信扫一扫，在自己手机上打开这场活动，再点右上角“…”转发到群里。',
  shareCode: '这场活动的小程序码',
  account: '公众号文章里放小程序',
  accountHow: '写公众号文章时点“小程序”，填下面三样。',
  appId: 'AppID',
  path: '路径',
  name: '标题',
  copy: '复制',
  noAccount:
    '还没有接上小程序的账号，所以没有小程序码：不放一个扫不开的码。请管理员在服务器上填好小程序的 AppID 和密钥，再打开这一页。现在海报和通知上写的是“微信搜”。',
  noCode: '微信这会儿没有给出小程序码。过几分钟再打开这一页；海报上先写“微信搜”。',
} as const

export const PAPER_POSTER = {
  who: '谁能来',
  bring: '带什么',
} as const

type Materials = Pick<Output<'activity.materials'>, 'subdistrict'>

/** Whom to ring about it; `null` where no number is known. */
const numberOf = (page: ActivityPage, { subdistrict }: Materials): string | null =>
  page.amenities.servicePhone ?? subdistrict.phone

/** How somebody without the mini-program gets in. */
export function helpText(page: ActivityPage, materials: Materials): string {
  const number = numberOf(page, materials)
  if (page.terms === null) return number === null ? '想问的，到会客厅问。' : `想问的，打 ${number}。`
  const where = number === null ? '到会客厅' : `打 ${number}，或到会客厅`
  return `不会用手机的，${where}，请工作人员帮您报。`
}

/** 周日 11月29日 9:30–11:30. */
export const momentOf = (page: ActivityPage): string =>
  `${dateText(shanghaiDay(parseInstant(page.startsAt)))} ${startClock(page)}–${endClock(page)}`

/** Who may come; `null` where everybody may. */
export function whoText({ forWhom, terms }: ActivityPage): string | null {
  const ages = terms === null ? null : agesText(terms)
  return [forWhom, ages].filter((part) => part !== null && part !== '').join('，') || null
}

const bodyOf = (page: ActivityPage, where: string): readonly string[] => [
  `地点：${where}`,
  ...(whoText(page) === null ? [] : [`谁能来：${whoText(page)}`]),
  ...(page.bring === null ? [] : [`带什么：${page.bring}`]),
]

const seatsOf = ({ terms }: ActivityPage): string =>
  terms === null ? '不用报名，直接来。' : `名额 ${terms.capacity} 位，先报先得，满了排候补。`

/** 复制群通知: what, when, where, how to get in, and who runs it. */
export function noticeText(page: ActivityPage, materials: Materials): string {
  const { title, place, find } = posterWords(page, materials.subdistrict.appName)
  return [
    `【${title}】`,
    `时间：${momentOf(page)}`,
    ...bodyOf(page, place),
    seatsOf(page),
    ...(page.terms === null ? [] : [`怎么报：${find}。`]),
    helpText(page, materials),
    trustLine(materials.subdistrict),
  ].join('\n')
}

/** The same with a 接龙 that the desk reads back; `null` where nobody registers. */
export function chainText(page: ActivityPage, materials: Materials): string | null {
  if (page.terms === null) return null
  const { title, place } = posterWords(page, materials.subdistrict.appName)
  return [
    '#接龙',
    title,
    momentOf(page),
    ...bodyOf(page, place),
    seatsOf(page),
    '想来的往下接，写称呼和几位，像“王阿姨 2位”；带孩子写几岁。',
    CHAIN.consentWords,
    trustLine(materials.subdistrict),
    '1. ',
  ].join('\n')
}
