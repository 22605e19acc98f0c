import type { RecordKind } from '../../../core/domain/me/record-kinds'
import {
  MAP_CORRECTION,
  MY_RECORDS,
  NAME_AND_AGES,
  REQUEST_RECORDS,
  STALL_APPLICATION,
  WECHAT_MESSAGES,
} from '../vocabulary'
import type { Template } from '../../../core/domain/registration/messages/notice'

/** One kind of what is kept: what it is, in which unit it is counted, what for, and until when. */
export interface RecordWords {
  readonly name: string
  readonly unit: string
  readonly use: string
}

/** Every kind has its words, or this does not compile. */
export const RECORD_WORDS: Readonly<Record<RecordKind, RecordWords>> = {
  account: {
    name: '您的微信身份',
    unit: '个',
    use: '认出是您，别人看不到您的报名。只是微信给的一串编号，没有昵称、头像、手机号。',
  },
  profile: { name: NAME_AND_AGES, unit: '份', use: '核对活动的年龄，门口称呼您。' },
  registrations: { name: '报名', unit: '次', use: '留位子、排候补、门口签到。' },
  family: { name: '家人', unit: '位', use: '替家人报名。只有称呼、关系和出生年份。' },
  visits: { name: '打卡', unit: '次', use: '打卡和集章。只记哪天到了哪里，不记您从哪里来。' },
  messages: { name: '消息', unit: '条', use: '告诉您变动、空位和提醒。' },
  'message-consents': { name: WECHAT_MESSAGES, unit: '条可发', use: '您点一次“允许”，只发一条。' },
  stalls: { name: STALL_APPLICATION, unit: '次', use: '安排市集的摊位。' },
  phones: { name: '电话号码', unit: '个', use: '有变动打给您。加密存着，活动结束 30 天后自动删。' },
  reports: { name: MAP_CORRECTION, unit: '条', use: '改地图用。工作人员看不到是谁报的。' },
  suggestions: { name: '意见', unit: '条', use: '主办方看了改进。工作人员看不到是谁写的。' },
  traces: { name: REQUEST_RECORDS, unit: '条', use: '网不好时点两次，也只办一次。7 天后自动删。' },
  'staff-work': { name: '工作记录', unit: '条', use: '您作为工作人员改过什么。' },
}

export const TEMPLATE_WORDS: Readonly<Record<Template, string>> = {
  change: '活动有变动时，发微信',
  waitlist: '候补有空位时，发微信',
  reminder: '活动前一天，发微信提醒',
}

export const PRIVACY = {
  title: MY_RECORDS,
  heading: '您在这里留下了什么',
  nothing: '这里还没有您的任何记录。',
  never: '从来不记',
  neverText: '您的位置、身份证、银行卡、通讯录、昵称和头像。',
  onPhone: '只记在这部手机上',
  onPhoneText: '字号、走路快慢、上次看过的页面。删掉小程序就没有了。',
  agreed: '您同意过的',
  agreedNothing: '您还没有同意过什么。',
  guardianGiven: (name: string): string => `替${name}报名（监护人同意）`,
  guardianTaken: (name: string): string => `替${name}报名（已收回同意）`,
  version: (version: string): string => `条款版本 ${version}`,
  left: (count: number): string => `还能发 ${count} 条`,
  withdraw: '收回',
  withdrawLabel: (what: string): string => `收回：${what}`,
  locationHow: '位置的授权在微信里改：点右上角“…”，再点“设置”。',
  notWithdrawn: '还没送到，没有收回。网好了再点一次。',
  exportTitle: '拿一份走',
  exportWhy: '您的全部记录，能看，也能存成文件。只有您能拿到，我们不另存。',
  export: '看我的全部记录',
  policy: '我们怎么对待这些',
} as const

export const countLine = ({ name, unit }: RecordWords, count: number): string => `${name} ${count} ${unit}`

export const ERASE = {
  title: '全部删掉',
  why: '没开始的报名会取消，位子给候补的街坊；家人、打卡、消息、意见都删掉。',
  ask: '我要全部删掉',
  sureTitle: '真的要全部删掉吗？',
  sure: (when: string): string => `先等 7 天，到${when} 才删。这 7 天里一切照常，随时能点“不删了”。`,
  keep: '先不删',
  doIt: '7 天后删掉',
  scheduled: (when: string): string => `${when} 删掉您的全部记录`,
  scheduledWhy: '在这以前一切照常。改主意了，点一下就留下来。删掉以后找不回来。',
  stop: '不删了',
  stopped: '好的，都留着。',
  nothingToStop: '现在没有要删的安排。',
  notSent: '还没送到，什么都没有变。网好了再点一次。',
} as const
