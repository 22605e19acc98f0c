import { SEE_THIS_ACTIVITY } from '../vocabulary'
import type { StallHours } from '../../../core/domain/activity/stall/plan'
import { clockText } from '../../../core/kernel/shanghai-time'

export const STALLS = {
  title: '摊位',
  free: '还没有人',
  none: '这里没有摊位',
  noneAdvice: '这个活动不摆摊，或者摊位还没有排好。',
  back: SEE_THIS_ACTIVITY,
  share: '的摊位：谁在摆，在几号',
} as const

export const stallNumber = (number: string): string => `${number} 号`

/** 9:30–11:00; 9:30 起. */
export const stallHours = ({ from, to }: StallHours): string =>
  to === null ? `${clockText(from)} 起` : `${clockText(from)}–${clockText(to)}`

/** 6 个摊位，1 个还没有人. */
export function stallCount(all: number, free: number): string {
  return free === 0 ? `${all} 个摊位` : `${all} 个摊位，${free} 个还没有人`
}

/** The plan with the numbers at their places. */
export const STALL_PLAN = {
  title: '摊位图',
  label: '摊位图，号码也都在下面的列表里',
  hint: '点图上的号，或点下面的一行，看它在哪里。',
  enlarge: '放大看号码',
  whole: '看全图',
  yours: '您的摊位',
  point: '看在图上哪里',
} as const

/** 12 号：竹编，9:30–11:00. */
export const stallSentence = ({ number, name, hours }: StallWords): string =>
  `${stallNumber(number)}：${[name ?? STALLS.free, ...(hours === null ? [] : [stallHours(hours)])].join('，')}`

interface StallWords {
  readonly number: string
  readonly name: string | null
  readonly hours: StallHours | null
}

/** What a screen reader says of a row that points at the plan. */
export const pointLabel = (stall: StallWords, isOwn: boolean): string =>
  [...(isOwn ? [STALL_PLAN.yours] : []), stallSentence(stall), STALL_PLAN.point].join('，')

export const ownStallText = (number: string): string => `您的摊位是 ${number} 号。`

export const APPLY = {
  question: '想来摆摊？',
  how: '写下摆什么，工作人员会安排摊位。申请不花钱。',
  open: '申请摊位',
  kind: '哪一类',
  offer: '摆什么',
  offerHint: '比如：手编竹篮',
  missing: '请写一写摆什么。',
  send: '交给工作人员',
  yours: '您的申请',
  applied: '已经交上去了，等工作人员安排。安排好了会写在这里。',
  declined: '上次的申请没有排上。可以换一样再申请。',
  withdraw: '收回申请',
  withdrawQuestion: '收回以后，想摆摊要重新申请。要收回吗？',
  giveUpQuestion: '收回以后，这个摊位会给别人。要收回吗？',
  withdrawSure: '收回',
  keep: '不收回',
  twice: '申请两次',
  withdrawTwice: '出错',
} as const

export const assignedText = (number: string | null): string =>
  number === null ? '给您安排好了摊位。' : `给您安排好了，在 ${number} 号。`

/** 手作：竹编小篮. */
export const offerText = (kind: string, offer: string): string => `${kind}：${offer}`
