import { SEE_THIS_ACTIVITY, THIS_ACTIVITY_CANCELLED } from '../vocabulary'
import type { Refusal } from '../../../core/contract'
import type { MemberState } from '../../../core/domain/registration/party'
import { shanghaiDay, type Instant } from '../../../core/kernel/shanghai-time'
import type { WaitReason } from '../../api/outbox/delivery'

/** What the page says to which every code leads. */
export const SCAN_PAGE = {
  title: '打卡',
  scan: '扫一扫',
  how: '对准门口的码扫一下，就能打卡。',
  inWeChat: '门口的码要用手机微信扫。请打开微信，点右上角的“＋”，再点“扫一扫”。',
  inMoments: '打卡要进小程序。请点最下面的“前往小程序”，再扫一次门口的码。',
  open: '打开扫一扫',
  again: '再扫一次',
  foreign: '这不是会客厅的码',
  foreignAdvice: '会客厅的码贴在门口或大屏上。别处的码请不要在这里扫，也不要填验证码、银行卡。',
  ticket: '这是报名的票',
  ticketAdvice: '请给门口的工作人员扫。您自己打卡，请扫门口海报或大屏上的码。',
  pairing: '这是大屏配对的码',
  toPairing: '我是工作人员，去配对',
  pairingAdvice: '这个码给工作人员用。要打卡，请扫门口的海报，或等大屏换上打卡的码。',
  opening: '正在看这是哪里…',
  wait: '请稍等，不用再扫。',
  onlyHere: '打卡要在微信里做',
  closeBy: '不用微信也没关系：请门口工作人员帮您记一下。',
} as const

/** What stands above the question, and on the button. */
export const OPENED_PLACE = {
  youAreAt: '您在',
  who: '今天来了几位？',
  tapOnce: '点一下就打卡，不用填姓名和电话。',
  checkIn: '打卡',
  /** Names of members who have none on record. */
  me: '我',
  child: '孩子',
  relative: '家人',
  walkInTitle: (title: string): string => `这里正在办：${title}`,
  byFamily: '家人帮您报的？',
  byFamilyAdvice: '请点家人转给您的卡片，或把姓氏告诉门口工作人员。',
  joinOpen: '我来参加，不用报名',
  joinWithSeat: (free: number): string => `我没报名，现在参加（还有 ${free} 个位子）`,
  full: '位子满了。请问门口工作人员还能不能进。',
  fullForStranger: '报过名的，请点“打卡”，下一步就能签到。没报名的，空位没有了，请问门口工作人员还能不能进。',
  seeActivity: SEE_THIS_ACTIVITY,
} as const

/** 家人帮您报名了，号码 0527; 您还在候补，第 1 位. */
export function registeredText(
  { byFamily, number, headline }: { byFamily: boolean; number: string; headline: MemberState },
  position: number | null,
): string {
  if (headline === 'waiting') return `您还在候补${position === null ? '' : `，第 ${position} 位`}`
  return byFamily ? `家人帮您报名了，号码 ${number}` : `您报过名了，号码 ${number}`
}

/** The one button, by how many are ticked. */
export const tapText = (expected: boolean, ticked: number): string => {
  if (!expected) return OPENED_PLACE.checkIn
  return ticked === 0 ? '只给我打卡' : `${ticked} 位来了，打卡`
}

/** Beside the name of a member, unless nothing has to be said. */
export const memberHint = (state: MemberState, cameAt: string | null): string | null => {
  if (cameAt !== null) return `${cameAt} 已签到`
  if (state === 'waiting') return '还在候补，有空位才能进'
  if (state === 'lapsed') return '候补没有排到，有空位才能进'
  return state === 'cancelled' ? '报名取消了，有空位才能进' : null
}

/** @param when as `momentText` says it: 今天 9:12 */
export const checkedInText = (when: string, repeated: boolean): string =>
  repeated ? `${when} 已打卡，不用再扫` : `打卡成功，${when}`

export const cameText = (count: number): string => `${count} 位已签到`

/** @param from when one can check in, as `momentText` says it: 今天 13:30 */
export const laterText = (title: string, from: string): string =>
  `您报的「${title}」${from} 起可以签到，到时候请再扫一次。`

export const CHECKED_IN = {
  newStampNote: '第一次来这里，盖上一个新章。',
  myStampsButton: '看我的集章',
  doorNote: (count: number): string => `${count} 位记在门口了。位子满了，请听工作人员安排。`,
  placeButton: (name: string): string => `看${name}`,
} as const

/** Stored on the phone, and what became of it. */
/** What is written down on the phone, and why it was not sent at once. */
export const SENT_LATER: Readonly<Record<WaitReason, string>> = {
  network: '联网后自动上传',
  busy: '过一会儿自动上传',
  'sign-in': '登录成功后自动上传',
}

export const STORED_SCAN = {
  stored: (why: WaitReason): string => `已记下，${SENT_LATER[why]}`,
  storedWhy: '您来过这件事存在手机里了，不用再扫，也不用等。',
  notStored: '还没签到，请工作人员帮您记一下',
  notStoredWhy: {
    network: '手机存不下，又连不上网。网好了再扫一次门口的码也行。',
    busy: '手机存不下，现在用的人又太多。过一会儿再扫一次门口的码也行。',
    'sign-in': '手机存不下，微信登录又没有成功。关掉小程序再打开，再扫一次门口的码也行。',
  },
  waiting: (count: number): string => `有 ${count} 次打卡等着上传`,
  sendNow: '现在上传',
  sent: (when: string): string => `${when}的打卡已经送到`,
  failed: (when: string): string => `${when}的打卡没有记上`,
  /** Whether it arrived before is not known here. */
  tooOld: (when: string): string =>
    `${when}的打卡在手机里放了太久，没有再上传。请到“我的集章”看看那天有没有；没有的话，请告诉会客厅的工作人员。`,
  damaged: '手机上有一次记录坏了，没有送到。今天来过，请工作人员帮您记一下。',
  acknowledge: '知道了',
} as const

/** What broke on our side while the code was looked up. */
export const OPENING_FAILED = {
  title: '现在打不开',
  store: '先记下，过会儿自动送出',
} as const

/** What happened with a code, in a few words; the sentence below says what to do. */
export const CODE_TITLES: Readonly<
  Record<Refusal<'checkIn.open'> | Refusal<'checkIn.confirm'> | Refusal<'checkIn.upload'>, string>
> = {
  code_unknown: '这个码不认识',
  code_forged: '这个码是假的',
  code_expired: '这个码过期了',
  code_future: '大屏的时间不准',
  revoked_screen: '这块大屏停用了',
  place_closed: '这里关了',
  activity_withdrawn: THIS_ACTIVITY_CANCELLED,
  activity_not_now: '现在不是签到的时间',
  receipt_taken: '这一次已经有人签到了',
}
export const TOO_EARLY = '还没到签到的时间'
export const TOO_LATE = '签到的时间过了'
/** Whoever took longer than a receipt lasts. */
export const WAITED_LONG = '等得太久了，还没打上卡'
export const OPEN_AGAIN = '再打一次卡'
export const goToSuccessor = (name: string): string => `看${name}怎么走`

/** 11月28日, as it stands in a stamp. */
export function stampDate(moment: Instant): string {
  const [, month, date] = shanghaiDay(moment).split('-').map(Number)
  return `${month}月${date}日`
}
