import type { SuggestionState } from '../../../core/domain/me/suggestion'

export const SUGGESTIONS = {
  title: '提意见',
  heading: (kind: string): string => `有话想对${kind}说？`,
  why: '好的、不好的都可以写。工作人员看不到是谁写的，请不要写身份证、银行卡。',
  urgent: (hotline: string): string => `急事、要回音的事，打 ${hotline} 更快。`,
  label: '您想说什么？',
  hint: '例如：二楼的扶手松了',
  left: (count: number): string => `还能写 ${count} 个字`,
  empty: '请先写几个字。',
  contact: '要回您电话吗？',
  noCall: '不用',
  noCallHint: '回复会放在这一页',
  call: '请打给我',
  callHint: (kind: string): string => `只给${kind}用，30 天后自动删`,
  phone: '打哪个号码？',
  phoneHint: '手机或座机',
  phoneFault: '电话好像不对，请看一看。座机写成 021-62570000 这样。',
  send: '送出',
  notSent: '还没送到，写的字还在。网好了再点一次，不会送两次。',
  sent: '收到了，谢谢您。有回复会放在这一页。',
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
