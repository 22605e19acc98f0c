/** Rooms that are still being furnished: what will be there, in one sentence each. */
export const ROOMS = {
  lifeCircle: {
    tab: '生活圈',
    title: '十五分钟生活圈',
    promise: '从您家门口走 5、10、15 分钟，能到哪些食堂、卫生站、菜场和公园，还缺什么。',
    open: '看我的生活圈',
  },
  notFound: {
    tab: '没有这一页',
    title: '没有找到这一页',
    promise: '链接可能旧了，或少了几个字。会客厅和活动都能从首页找到。',
  },
} as const

export const ME = {
  title: '我的',
  going: '我报的',
  registrations: '我的报名',
  registrationsHint: '号码、候补，都在这里取消',
  passport: '我的集章',
  passportHint: '去过哪些会客厅，哪天打的卡',
  messages: '我的消息',
  messagesHint: '变动、空位和提醒',
  unread: (count: number): string => (count === 0 ? '都看过了' : `${count} 条没看`),
  telling: '怎么告诉我',
  tellingHint: '微信、打电话，或不用',
  household: '我和家人',
  family: '我的家人',
  familyHint: '替爸妈、孩子报名',
  compound: '我的小区',
  noCompound: '还没有选',
  walker: '谁在走路',
  walkerHint: '长者、成人、轮椅、推童车',
  comfort: '看得清，放得下心',
  display: '字号和长辈版',
  standard: '标准版',
  elder: '长辈版',
  dark: '深色',
  light: '浅色',
  privacy: '我的记录和隐私',
  privacyHint: '留下了什么，能拿走，能删掉',
  suggestions: '提意见',
  suggestionsHint: '写给街道，看不到是谁写的',
  about: '关于我们',
  aboutHint: '谁办的，内容从哪里来',
  hotline: '打 12345',
  hotlineHint: '城市热线，什么都能问',
  staff: '工作人员',
  staffHint: '门口扫码、紧急通知、意见',
  greeting: '街坊您好',
} as const

/** Shown while the elder edition came by itself; the second part leads back. */
export const ENLARGED = '已按您的微信字号放大 · '
export const BACK_TO_STANDARD = '改回标准'
/** On every page while an erasure is still ahead. */
export const ERASING = (when: string): string => `${when}删掉您的记录`
export const ERASING_HINT = '不想删了，点这里'

/** The same where the elder edition was chosen by hand. */
export const ELDER_NOW = '正在用长辈版 · '

export const GO_HOME = '回首页'

/** WeChat shows a page inside Moments by itself, with its own way on below. */
export const READ_IN_MOMENTS = '朋友圈里只能看。要带路、打电话、报名，请点最下面的“前往小程序”。'
