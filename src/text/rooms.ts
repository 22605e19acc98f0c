import { ELDER_HINT } from './home'

/** Rooms that are still being furnished: what will be there, in one sentence each. */
export const ROOMS = {
  lifeCircle: {
    tab: '生活圈',
    title: '十五分钟生活圈',
    promise: '从您家门口走 5、10、15 分钟，能到哪些食堂、卫生站、菜场和公园，还缺什么。',
    open: '看我的生活圈',
  },
  activities: {
    tab: '活动',
    title: '街坊活动',
    promise: '这里会按日子列出活动，能替家人报名，名额满了能候补。还没有开放。',
  },
  activity: {
    tab: '活动',
    title: '这个活动',
    promise: '活动的时间、地点和报名会放在这一页。报名还没有开放，要参加请先打电话问。',
  },
  news: {
    tab: '街道新闻',
    title: '街道新闻',
    promise: '通知、活动回顾和身边的事会放在这里，能读给您听。还没有开放。',
  },
  staff: {
    tab: '门口',
    title: '工作人员的门口页',
    promise: '扫码、报号码、按姓氏找人、无手机加一，会放在这一页。还没有开放。',
  },
  notFound: {
    tab: '没有这一页',
    title: '没有找到这一页',
    promise: '链接可能旧了，或少了几个字。会客厅和活动都能从首页找到。',
  },
} as const

export const SCAN_PAGE = {
  title: '扫一扫',
  how: '对准门口的码扫一下，就能打卡。',
  inWeChat: '门口的码要用手机微信扫。请打开微信，点右上角的“＋”，再点“扫一扫”。',
  open: '打开扫一扫',
  again: '再扫一次',
  place: '这是会客厅门口的码',
  placeAdvice: '手机打卡还没有开放。今天来了，请在门口的本子上记一笔，或请工作人员帮您记。',
  foreign: '这不是会客厅的码',
  foreignAdvice: '会客厅的码贴在门口或大屏上。别处的码请不要在这里扫，也不要填验证码、银行卡。',
} as const

export const ME = {
  title: '我的',
  registrations: '我的报名',
  registrationsHint: '号码、候补，都在这里取消',
  passport: '我的集章',
  passportHint: '去过哪些会客厅，哪天打的卡',
  messages: '我的消息',
  messagesHint: '变动、空位和提醒',
  unread: (count: number): string => (count === 0 ? '都看过了' : `${count} 条没看`),
  family: '我的家人',
  familyHint: '替爸妈、孩子报名',
  compound: '我的小区',
  noCompound: '还没有选',
  display: '字号和长辈版',
  standard: '标准版',
  elder: '长辈版',
  about: '关于和隐私',
  aboutHint: '谁办的，记什么，不要什么',
  hotline: '打 12345',
  hotlineHint: '城市热线，什么都能问',
  staff: '工作人员',
  staffHint: '门口扫码、找人、加一',
  greeting: '街坊您好',
} as const

export const DISPLAY_PAGE = {
  title: '字号和长辈版',
  question: '这样看得清吗？',
  standard: '标准版',
  standardHint: '字号跟着微信走',
  elder: '长辈版',
  elderHint: ELDER_HINT,
  size: '长辈版字号',
  sizes: { 1.2: '大', 1.4: '更大', 1.6: '很大', 1.8: '最大' },
  sample: '周六 9:00 百禧公园，不用报名，直接来。',
} as const

export const ABOUT_PAGE = {
  title: '关于和隐私',
  heading: '街道办的，放心用',
  who: '谁办的',
  never: '我们从不要什么',
  neverText: '不收费，不要验证码、银行卡、身份证。谁以会客厅的名义向您要这些，请不要给，打 12345 问一问。',
  keeps: '记在哪里',
  keepsText:
    '您选的小区和字号记在这部手机上；登录过的，小区也记在您名下。位置只在手机上用来算远近，不上传，也不保存。',
  rules: '看隐私保护指引',
} as const

/** Shown while the elder edition came by itself; the second part leads back. */
export const ENLARGED = '已按您的微信字号放大 · '
export const BACK_TO_STANDARD = '改回标准'
/** The same where the elder edition was chosen by hand. */
export const ELDER_NOW = '正在用长辈版 · '

export const GO_HOME = '回首页'

/** WeChat shows a page inside Moments by itself, with its own way on below. */
export const READ_IN_MOMENTS = '朋友圈里只能看。要带路、打电话、报名，请点最下面的“前往小程序”。'
