import { TRY_AGAIN } from './vocabulary'
/** What the parts of every page say, whatever stands on it. */
export const PARTS = {
  clear: '清掉重写',
  again: '重试',
  back: '返回',
  skip: '直接看内容',
  opening: '正在打开',
  tabs: '主要页面',
  full: (longest: number): string => `写满了，最多 ${longest} 个字`,
} as const

/** A page that did not open: WeChat takes four characters on a button. */
export const NOT_OPENED = {
  happened: '这一页没能打开。可能是没有网，这一页还没下载到手机上。',
  again: TRY_AGAIN,
  home: '回首页',
} as const

/** The drawn front of a house, for who does not see it. */
export const facadeOf = (name: string): string => `${name}的门面（画）`

/** WeChat has no way to say which of several is chosen, so it is said in words. */
export const chosenLabel = (label: string): string => `已选中，${label}`

/** The tab bar of browsers; app.config names the same for WeChat, which draws its own. */
export const TAB_NAMES = { home: '首页', lifeCircle: '生活圈', activities: '活动', me: '我的' } as const

/** The way to the one box that finds everything. */
export const SEARCH_ALL = '搜一搜：办事、找地方、看活动'
export const searchFor = (text: string): string => `在全部里搜“${text}”`
