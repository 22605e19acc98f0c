import { ALL_NEWS, MORE_ITEMS } from '../vocabulary'
import { EXPLAINED, EXPLAINED_HINT } from './words'

export const NEWS_LIST = {
  title: (kind: string): string => `${kind}新闻`,
  all: '全部',
  columns: '看哪一栏',
  more: MORE_ITEMS,
  loading: '正在找更早的…',
  end: '就这些了',
  none: '这一栏还没有新闻',
  noneAtAll: '还没有新闻',
  noneAdvice: '换一栏看看，或到会客厅问问工作人员。',
  showAll: ALL_NEWS,
  moreLost: '更早的没有取到，先看到这里。连上网再试。',
  words: EXPLAINED,
  wordsHint: EXPLAINED_HINT,
  share: (kind: string): string => `${kind}新闻：通知、活动、身边的事，能读给您听`,
} as const

/** Heard when a column was chosen; `more`: older ones come while one scrolls. */
export const columnCount = (column: string, count: number, more: boolean): string =>
  `${column}：${count} 条${more ? '以上' : ''}`
