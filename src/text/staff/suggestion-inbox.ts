import { MORE_ENTRIES, MORE_ENTRIES_ERROR, TEXT_MISSING, TEXT_NOT_SENT, charactersLeft } from '../vocabulary'

/** The page on which editors read what residents wrote to the subdistrict, and answer. */
export const SUGGESTION_INBOX = {
  title: '街坊的意见',
  hint: '看意见，写回复',
  none: '还没有人写意见',
  noneAdvice: '居民在“我的”里点“提意见”，会出现在这里。',
  privacy: '不显示是谁写的。回复会出现在写的人那一页。',
  flagged: '系统没审出结果，请先看一遍',
  at: (moment: string): string => `${moment} 写的`,
  replied: '回复：',
  reply: '回复',
  replyAgain: '改回复',
  replyLabel: '写给这位街坊的话',
  replyHint: '比如：扶手已报修，周五前修好',
  replyMissing: TEXT_MISSING,
  left: charactersLeft,
  sendReply: '送出回复',
  notReplied: TEXT_NOT_SENT,
  close: '先不回',
  moreButton: MORE_ENTRIES,
  stuckNote: MORE_ENTRIES_ERROR,
  wantsCall: (masked: string): string => `想接电话：${masked}`,
  openPhone: '看号码',
  openPhoneWhy: '只为回电才看。谁看过、什么时候看的，会记下来。',
  openPhoneYes: '看，我来打',
  phoneLater: '先不看',
  phoneLost: '号码没有取到。网好了再点一次。',
  phoneGone: '这个号码已经删了（30 天自动删）。请在下面写回复。',
  others: { title: '这一页给编辑用', advice: '看意见的是编辑和管理员。您要开通，请找管理员。' },
  call: (phone: string): string => `打 ${phone}`,
} as const

/** 2 条等着回复. */
export const unansweredTitle = (unanswered: number): string =>
  unanswered === 0 ? '都回复了' : `${unanswered} 条等着回复`
