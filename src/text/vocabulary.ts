/** What stands on more than one screen, said once; a sentence of a single screen stands in that screen's file. */

// Where a row, a button or a heading leads.
export const MY_REGISTRATIONS = '我的报名'
export const SEE_MY_REGISTRATIONS = '看我的报名'
export const MY_STAMPS = '我的集章'
export const MY_MESSAGES = '我的消息'
export const MY_FAMILY = '我的家人'
export const MY_COMPOUND = '我的小区'
export const MY_CIRCLE = '我的生活圈'
export const MY_RECORDS = '我的记录和隐私'
export const HOW_TO_TELL_ME = '怎么告诉我'
export const DISPLAY_SETTINGS = '字号和长辈版'
export const WALKING_SPEED = '走路快慢'
export const ABOUT_US = '关于我们'
export const PRIVACY_POLICY = '隐私说明'
export const SEE_PRIVACY_GUIDELINE = '看隐私保护指引'
export const STAFF = '工作人员'
export const HAVE_INVITATION = '有邀请码？'
export const PC_SIGN_IN = '电脑登录'
/** The way to the one box that finds everything. */
export const SEARCH_ALL = '搜一搜：办事、找地方、看活动'
export const callHotline = (hotline: string): string => `打 ${hotline}`
export const askHotline = (hotline: string): string => `打 ${hotline} 问一问`
export const OTHER_ACTIVITIES = '看别的活动'
export const SEE_THIS_ACTIVITY = '看这个活动'
export const ALL_NEWS = '看全部新闻'
export const URGENT_NOTICE = '紧急通知'

// Of a place.
export const OPENING_HOURS = '开门时间'
/** What may not be known of a place. */
export const UNKNOWN = {
  phone: '号码',
  hours: '几点开门',
  position: '位置',
  address: '地址',
  services: '能办什么',
  steps: '门口有没有台阶',
  /** None of what makes the way in easy. */
  access: '坡道和电梯',
  belonging: '归哪个居委会',
  office: '归哪家会客厅',
  contact: '微网格联系人',
} as const

/**
 * 几点开门、位置待核实，请先打 … 问一声。 What a page does not know, once, and who can tell. The number that is
 * missing stands first: it is what one would have rung.
 */
export function unknownLine(what: readonly string[], number: string): string | null {
  if (what.length === 0) return null
  const others = what.filter((one) => one !== UNKNOWN.phone)
  if (others.length === what.length) return `${others.join('、')}待核实，请先打 ${number} 问一声。`
  return `号码待核实，请打 ${number}。${others.length === 0 ? '' : `${others.join('、')}也请问一声。`}`
}

export const HOURS_UNKNOWN = '时间待核实'
export const WRONG_HOURS = '时间不对'
export const POSITION_UNVERIFIED = '位置待核实'
export const ACCESS_TITLE = '进门方便吗'

// Of an activity and its changes.
export const AS_PLANNED = '照常举行'
export const MOVED_INDOORS = '改到室内'
export const ENDED_EARLY = '提前结束了'
export const ACTIVITY_CANCELLED = '活动取消了'
export const THIS_ACTIVITY_CANCELLED = '这个活动取消了'
export const CANCELLED_ADVICE = '活动取消了，不用来。请看看别的活动。'

// Of a registration.
export const NOTHING_COMING = '接下来没有报名'
export const NO_SEAT_CAME = '没有等到空位'
export const NO_SEAT_CAME_ADVICE = '开始前没有等到空位。想参加，可以到现场问工作人员。'
export const WECHAT_MESSAGES = '微信通知'
export const IN_MESSAGES_ONLY = '有消息，“我的消息”会亮红点。'
export const HELP_WANTED = '要帮的忙'

// At the entrance.
export const LATEST_ARRIVALS = '刚才签到的'
export const DOOR_RECORD = '门口补记'
export const WRONG_PERSON = '点错人了'
export const DID_NOT_COME = '人没有来'

// What is kept.
export const NAME_AND_AGES = '称呼和年龄段'
export const STALL_APPLICATION = '摊位申请'
export const MAP_CORRECTION = '地图纠错'
export const REQUEST_RECORDS = '防止重复提交的记录'

// In forms.
export const PHONE_TITLE = '打哪个号码？'
export const PHONE_HINT = '手机或座机'
export const YEAR_HINT = '例如 1955'
export const YEAR_ERROR = '请写四位数的年份，例如 1955。'
export const DIGITS_MISSING = '请输入两位数字。'
export const TEXT_MISSING = '请先写几个字。'
export const TEXT_NOT_SENT = '还没送到，写的字还在。网好了再点一次，不会送两次。'
export const charactersLeft = (count: number): string => `还能写 ${count} 个字`

// In lists, and wherever something is fetched.
export const MORE_ITEMS = '再看几条'
export const MORE_ENTRIES = '看更多的'
export const MORE_ENTRIES_ERROR = '更多的暂时取不到。网好了再点一次。'
export const ALL_READ = '都看过了'
export const unreadText = (count: number): string => (count === 0 ? ALL_READ : `${count} 条没看`)
export const OPENING = '正在打开…'
export const TRY_AGAIN = '再试一次'
export const SEND_TO_FAMILY = '发给家人'
export const COPY_LINK = '长按下面这行，复制了发给家人：'
export const STAFF_ONLY_TITLE = '这一页给工作人员用'
