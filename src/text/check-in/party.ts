import type { MemberState } from '../../../core/domain/registration/party'

/** The card of one party, and what is said once somebody was let in. */
export const PARTY = {
  number: (number: string): string => `号码 ${number}`,
  wantsHelp: '报名时说要帮忙，写了什么见全名下面。',
  who: '来的是哪几位？',
  child: '孩子',
  came: (when: string): string => `${when} 已签到`,
  cameWaiting: '已记下，等上传',
  released: '位子已放出，照样请进',
  allHere: '都到了，不用再签。',
  cancelledAdvice: '报名取消了。要进来，请点“＋1 无手机”。',
  nobodyTicked: '请先点一位',
  admit: (count: number): string => (count === 1 ? '签到' : `${count} 位签到`),
  notThem: '找错人了',
  gift: '礼品已领',
  giftOf: (name: string): string => `${name} 礼品已领`,
  giftAt: (when: string): string => `礼品 ${when} 领了`,
  giftWaiting: '礼品已记下，等上传',
  giftTwice: '礼品领了两次，请核对',
} as const

/** Of members without a place: said beside them, so that staff know what they let in. */
export const STATE_HINTS: Readonly<Partial<Record<MemberState, string>>> = {
  waiting: '在候补',
  lapsed: '候补没轮到',
  cancelled: '已取消',
}
