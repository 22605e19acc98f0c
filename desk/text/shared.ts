import { TRY_AGAIN } from './vocabulary'
export const LIST = {
  noMatch: '没有符合的。',
  clear: '去掉筛选',
  again: TRY_AGAIN,
  first: '回第一页',
  next: '下一页',
} as const

export const CONFLICT = {
  title: (who: string, labels: readonly string[]) => `${who} 改了${labels.join('、')}`,
  theirs: '用他的',
  mine: '用我的',
  use: '就按选的存',
  later: '先不存',
} as const

export const FORM = {
  save: '存草稿',
  saved: '存好了。',
  restored: '接着上次没存的。',
  useStored: '不要了，用存好的',
  /** Where nothing was saved yet. */
  discard: '不要了，重新写',
} as const
