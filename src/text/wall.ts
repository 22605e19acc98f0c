import type { AnnouncedActivity } from '../../core/contract/activity/activity-page'
import type { Subdistrict } from '../../core/contract/home'
import {
  clockText,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
  type Instant,
} from '../../core/kernel/shanghai-time'
import { COME_ALONG, isCalm, markedTitle, placesWords } from './activity/activities'
import { LIFT_UNVERIFIED, changeLine, isMoved, numberToRing } from './activity/change'
import { dateText, dayText, momentText } from './time'

export const WALL = {
  scan: '微信扫一扫',
  scanHint: '到了就扫，一下就好',
  code: '打卡的码，每 15 秒换一个',
  today: '今天的活动',
  none: '今天没有更多活动，欢迎进来坐坐。',
  noneClosed: '今天没有更多活动。',
  next: '接下来几天',
  unseen: '今天的活动还没看到，请问工作人员。',
  here: '就在这里',
  clockWrong: '这块屏自己的时间好像不对，显示的是准的',
  cutOff: '网络断了，签到码照常可用',
} as const

export const PAIRING = {
  title: '给这块屏配对',
  revoked: '这块屏的打卡码停用了，要重新配对才能用。',
  steps: ['工作人员打开小程序，扫这个码', '选会客厅，输入这两位数字'],
  typed: (code: string): string => `不方便扫？在电脑工作台的“大屏和海报”里输 ${code}`,
  code: '配对用的码',
  preparing: '正在准备配对码…',
  unreached: '现在连不上网，通了会自动继续。',
  insecure: '这块屏还不能用',
  insecureAdvice: '网址要以 https:// 开头，浏览器才能出打卡码。请找装屏幕的人改一下网址。',
} as const

/** 周二 11月24日. */
export const wallDate = (now: Instant): string => dateText(shanghaiDay(now))

export const wallClock = (now: Instant): string => clockText(minuteOfDay(now))

/** 网络断了，签到码照常可用。活动是今天 9:12 看到的 */
export const cutOffText = (seenAt: Instant | null, now: Instant): string =>
  seenAt === null ? WALL.cutOff : `${WALL.cutOff}。内容是${momentText(seenAt, now)} 的`

/** One activity on the wall. */
export interface WallLine {
  /** 明天, where it is not today. */
  readonly day: string | null
  readonly clock: string
  readonly title: string
  /** Where, and how one gets in. */
  readonly where: string
  /** What staff announced, loud unless it is good news. */
  readonly change: { readonly text: string; readonly loud: boolean } | null
  /** 电梯：未核实，请先打电话, with the number: on a wall nothing can be tapped. */
  readonly lift: string | null
  /** It does not take place then. */
  readonly off: boolean
}

/**
 * @param here name of the office in which the screen hangs
 * @param subdistrict whom to ring where the activity has no telephone of its own
 */
export function wallLine(
  activity: AnnouncedActivity,
  here: string,
  subdistrict: Pick<Subdistrict, 'phone' | 'hotline'>,
  now: Instant,
): WallLine {
  const { announced } = activity
  const today = shanghaiDay(now)
  const startsAt = parseInstant(activity.startsAt)
  const former = announced?.formerStartsAt ? parseInstant(announced.formerStartsAt) : null
  // Whoever came for it today finds it at its old hour, and reads when it is instead.
  const movedAway = former !== null && shanghaiDay(former) === today && shanghaiDay(startsAt) !== today
  const movedTo = startsAt < now ? '提前到' : '推迟到'
  const shown = movedAway ? former : startsAt
  const day = dayText(shanghaiDay(shown), today)
  // 改到室内：… says where to already.
  const place = announced?.kind === 'indoors' ? null : activity.place === here ? WALL.here : activity.place
  const entry = movedAway ? null : entryWords(activity, now)
  return {
    day: day === '今天' || startsAt < now ? null : day,
    clock: clockText(minuteOfDay(shown)),
    title: markedTitle(activity),
    where: [place, entry].filter(Boolean).join(' · '),
    change: movedAway
      ? { text: `${movedTo}${momentText(startsAt, now)}`, loud: true }
      : changeOf(activity, now),
    lift: isMoved(announced)
      ? `${LIFT_UNVERIFIED} ${numberToRing(activity.servicePhone, subdistrict)}`
      : null,
    off: movedAway || activity.change === 'cancelled' || activity.change === 'ended-early',
  }
}

/** How one gets in, on one line. */
function entryWords(activity: AnnouncedActivity, now: Instant): string | null {
  const words = placesWords(activity, now)?.text ?? null
  return words?.endsWith(COME_ALONG) === true && words !== COME_ALONG ? '正在进行，直接来' : words
}

function changeOf({ announced, startsAt }: AnnouncedActivity, now: Instant): WallLine['change'] {
  const text = changeLine(announced, now, startsAt)
  return text === null ? null : { text, loud: announced === null || !isCalm(announced.kind) }
}
