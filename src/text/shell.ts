/** The tab before the map opens. */
export const LIFE_CIRCLE = {
  tab: '生活圈',
  title: '十五分钟生活圈',
  promise: '从您家门口走 5、10、15 分钟，能到哪些食堂、卫生站、菜场和公园，还缺什么。',
  open: '看我的生活圈',
} as const

export const NOT_FOUND = {
  tab: '没有这一页',
  title: '没有找到这一页',
  promise: '链接可能旧了，或少了几个字。会客厅和活动都能从首页找到。',
} as const

/** Shown while the elder edition came by itself; the second part leads back. */
export const ENLARGED = '已按您的微信字号放大 · '
export const BACK_TO_STANDARD = '改回标准'
/** On every page while an erasure is still ahead. */
export const ERASING = (when: string): string => `${when} 删掉您的记录`
export const ERASING_HINT = '不想删了，点这里'

/** The same where the elder edition was chosen by hand. */
export const ELDER_NOW = '正在用长辈版 · '

export const GO_HOME = '回首页'

/** WeChat shows a page inside Moments by itself, with its own way on below. */
export const READ_IN_MOMENTS = '朋友圈里只能看。要带路、打电话、报名，请点最下面的“前往小程序”。'
