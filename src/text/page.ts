import { TRY_AGAIN } from './vocabulary'

export const GO_HOME = '回首页'

/** What the frame and the controls of every page say, whatever stands on it. */
export const PAGE = {
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
  home: GO_HOME,
} as const

/** A newer version lies on the phone; the tap starts the mini-program anew. */
export const NEW_VERSION = { title: '有新版本', hint: '点这里换上，一两秒就好' } as const

/** The drawn front of a house, for who does not see it. */
export const facadeOf = (name: string): string => `${name}的门面（画）`

/** WeChat has no way to say which of several is chosen, so it is said in words. */
export const chosenLabel = (label: string): string => `已选中，${label}`

/** The tab bar of browsers; app.config names the same for WeChat, which draws its own. */
export const TAB_NAMES = { home: '首页', lifeCircle: '生活圈', activities: '活动', me: '我的' } as const

/** Shown while the elder edition came by itself; the second part leads back. */
export const ENLARGED = '已按您的微信字号放大 · '
export const BACK_TO_STANDARD = '改回标准'
/** On every page while an erasure is still ahead. */
export const ERASING = (when: string): string => `${when} 删掉您的记录`
export const ERASING_HINT = '不想删了，点这里'

/** The same where the elder edition was chosen by hand. */
export const ELDER_NOW = '正在用长辈版 · '

/** WeChat shows a page inside Moments by itself, with its own way on below. */
export const READ_IN_MOMENTS = '朋友圈里只能看。要带路、打电话、报名，请点最下面的“前往小程序”。'
