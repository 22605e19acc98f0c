import { phoneError } from '../phone'
import { PHONE_HINT, PHONE_TITLE, TEXT_MISSING, TEXT_NOT_SENT, charactersLeft } from '../vocabulary'
import type { SuggestionState } from '../../../core/domain/me/suggestion'

export const SUGGESTIONS = {
  title: '提意见',
  heading: (kind: string): string => `有话想对${kind}说？`,
  why: '好的、不好的都可以写。工作人员看不到是谁写的，请不要写身份证、银行卡。',
  urgent: (hotline: string): string => `急事、要回音的事，打 ${hotline} 更快。`,
  label: '您想说什么？',
  hint: '例如：二楼的扶手松了',
  left: charactersLeft,
  emptyError: TEXT_MISSING,
  contact: '要回您电话吗？',
  noCall: '不用',
  noCallHint: '回复会放在这一页',
  call: '请打给我',
  callHint: (kind: string): string => `只给${kind}用，30 天后自动删`,
  phone: PHONE_TITLE,
  phoneHint: PHONE_HINT,
  phoneError,
  send: '送出',
  notSentError: TEXT_NOT_SENT,
  sentNote: '收到了，谢谢您。有回复会放在这一页。',
  again: '再写一条',
  mine: '我写过的',
  wantsCall: '留了电话',
  reply: (kind: string): string => `${kind}回复：`,
  refusedText: '（没有收下的这一条，字已经删了）',
} as const

export const SUGGESTION_STATES: Readonly<Record<SuggestionState, string>> = {
  received: '收到了',
  replied: '有回复',
  refused: '有不能发的词，没有收下',
}
