import { MORE_ENTRIES, MORE_ENTRIES_ERROR } from '../vocabulary'
export const REPORTS = {
  title: '地图报错',
  none: '还没有人报错',
  noneAdvice: '居民在生活圈里点“这里不对”，会出现在这里。',
  missing: '少了的地方',
  gone: '这一处已经不在地图上',
  handle: '已处理',
  takeBack: '还没处理好',
  handled: (moment: string): string => `${moment} 已处理`,
  reported: (moment: string): string => `${moment} 报的`,
  moreButton: MORE_ENTRIES,
  stuckNote: MORE_ENTRIES_ERROR,
  notHandled: '还没记下。网好了再点一次。',
  flagged: '微信没有判断这句话能不能发。转给别人之前，请先看一看。',
  privacy: '不显示是谁报的。改好资料再点“已处理”。',
} as const

/** 3 条等着处理. */
export const waitingTitle = (waiting: number): string =>
  waiting === 0 ? '都处理好了' : `${waiting} 条等着处理`
