import { phoneError } from '../phone'
import {
  IN_MESSAGES_ONLY,
  OTHER_ACTIVITIES,
  PHONE_HINT,
  PHONE_TITLE,
  SEE_MY_REGISTRATIONS,
  TRY_AGAIN,
  WECHAT_MESSAGES,
  YEAR_ERROR,
  YEAR_HINT,
} from '../vocabulary'
import type { MismatchReason } from '../../../core/domain/activity/entry/audience'

export const REGISTER = {
  title: '报名',
  who: '谁来参加？',
  othersButton: '换人来，或再加一位',
  me: '我自己',
  self: '自己',
  familyUnseenNote: '家人的名单暂时取不到，可以先给自己报。网通了会出来。',
  consentNeeded: '要监护人同意',
  nobodyChosenError: '请先选谁来',
  tooManyError: (most: number, chosen: number): string =>
    `一次最多报 ${most} 位，现在选了 ${chosen} 位。请先去掉 ${chosen - most} 位，再另报一次。`,
  leftOutByLimitNote: (most: number, names: readonly string[]): string =>
    `一次最多报 ${most} 位，这次没有选${listed(names)}。报好以后可以再报一次。`,
  leftOutByAgeNote: (names: readonly string[]): string => `这次没有选${listed(names)}：年龄不合这个活动。`,
  ownYearTitle: '您是哪一年生的？',
  ownYearWhy: '这个活动看年纪，只用来核对能不能参加。',
  ownYearHint: YEAR_HINT,
  ownYearError: YEAR_ERROR,
  optional: '（可以不填）',
  yes: '是',
  no: '不是',
  answerHint: '写在这里',
  help: '需要帮忙',
  helpTitle: '来的时候要帮忙吗？',
  noHelp: '不用',
  someHelp: '要帮忙',
  helpWhat: '要帮什么？',
  helpExample: '例如：坐轮椅、听不清、要人扶',
  tellingButton: '换个办法告诉我',
  tellingTitle: '有变动怎么告诉您？',
  byWechat: WECHAT_MESSAGES,
  byWechatHint: '有变动时，和前一天晚上，各发一条',
  byPhone: '打电话',
  byPhoneHint: '有变动我们打给您，活动结束 30 天后删掉号码',
  byNone: '不用通知',
  byNoneHint: '变动可以在“我的消息”里看',
  phone: PHONE_TITLE,
  phoneHint: PHONE_HINT,
  phoneError,
  wechatOffNote: '微信通知没打开。留个电话，有变动我们打给您；也可以选“不用通知”。',
  nextButton: '下一步',
  backButton: '上一步',
  myRegistrationsButton: SEE_MY_REGISTRATIONS,
  activityButton: '回到活动',
  otherActivitiesButton: OTHER_ACTIVITIES,
  familyConsentButton: '去家人那里点同意',
  withoutThemButton: '去掉已报的，再报',
  chooseCompound: '选小区',
  answerMissingError: '请先答这一题，再往下。',
  fullNote: '名额满了，先排候补。有空位，按先后通知您，一家人一起进。',
  fullLateNote: '名额满了，先排候补。快开始了，空出来的名额谁先点归谁。',
  tooFewNote: (free: number, size: number): string => `只剩 ${free} 个位子，你们 ${size} 位先排候补。`,
} as const

/** 给妈妈报名 · 报名，2 位; where no seats are left one queues. */
export function registerButton(names: readonly string[], queues: boolean): string {
  const [name] = names
  if (queues) return `排候补，${names.length} 位`
  return names.length === 1 ? `给${name ?? ''}报名` : `报名，${names.length} 位`
}

export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}和${names[names.length - 1] ?? ''}`

export const alreadyRegistered = (names: readonly string[]): string =>
  `${listed(names)}已经报过名了，不用再报。`

/** @param number `null` while one waits */
export const alreadyIn = (number: string | null): string =>
  number === null ? '您已经在这个活动的候补里了。' : `您已经报了这个活动，号码 ${number}。`

const MISMATCHES: Readonly<Record<MismatchReason, (name: string) => string>> = {
  too_young: (name) => `${name}还没到这个活动的年龄`,
  too_old: (name) => `${name}过了这个活动的年龄`,
  birth_year_unknown: (name) => `${name}的出生年份还没填`,
  lives_elsewhere: (name) => `${name}不住在这个活动的小区里`,
  compound_unknown: (name) => `${name}住哪个小区还没选`,
  neighbourhood_unknown: (name) => `${name}住的小区归哪个居委会，还没问到`,
}

export const mismatchText = (
  found: readonly { readonly name: string; readonly why: MismatchReason }[],
): string => `${found.map(({ name, why }) => MISMATCHES[why](name)).join('；')}。请改一改再报。`

export const consentMissing = (names: readonly string[]): string =>
  `${listed(names)}不满 14 岁，要监护人先同意。`

/** The number follows, larger. */
export const confirmedTitle = '已报名，号码 '
export const waitingTitle = (position: number | null): string =>
  position === null ? '名额满了，您在候补里' : `名额满了，您是候补第 ${position} 位`

export const REGISTER_RESULT = {
  byWechatNote: '有变动和前一天的提醒，会发到您的微信。',
  wechatStillOffPhoneNote: '微信通知没打开，有空位我们打电话给您。',
  byPhoneNote: '有变动，我们打电话给您。',
  wechatOffPhoneNote: '微信通知没打开，有变动我们打电话给您。',
  byNoneNote: IN_MESSAGES_ONLY,
  tellWhenFreeButton: '有空位发微信告诉我',
  willTellNote: '好的，有空位发微信告诉您。',
  wechatStillOffNote: '微信通知没打开。请常来“我的报名”看看。',
  grantUnsentError: '微信通知还没记上。网好了再点一次。',
  againButton: TRY_AGAIN,
} as const
