import type { MemberState } from '../../../core/domain/registration/party'
import { NO_SEAT_CAME } from '../vocabulary'

/** Never "registered" where somebody still waits. */
export const STATE_WORDS: Readonly<Record<MemberState, string>> = {
  waiting: '候补中',
  confirmed: '已报名',
  attended: '已签到',
  no_show: '没有来',
  cancelled: '已取消',
  lapsed: NO_SEAT_CAME,
}

/** The card with which home and 我的 begin. */
export const NEXT_REGISTRATION = {
  number: '号码',
  withdrawn: '活动取消了，不用来',
  others: (count: number): string => `还有 ${count} 场`,
} as const

/** 还在候补，第 1 位; the position once it is known. */
export const waitingText = (position: number | null): string =>
  position === null ? '还在候补' : `还在候补，第 ${position} 位`

/** 已报名 · 候补第 1 位: beside an activity in a list. */
export function ownShort(state: MemberState, position: number | null): string {
  if (state !== 'waiting') return STATE_WORDS[state]
  return position === null ? STATE_WORDS.waiting : `候补第 ${position} 位`
}
