import {
  ACTIVITY_CANCELLED,
  IN_MESSAGES_ONLY,
  MY_REGISTRATIONS,
  NO_SEAT_CAME_ADVICE,
  SEE_MY_REGISTRATIONS,
  SEND_TO_FAMILY,
} from '../vocabulary'
import type { MemberState } from '../../../core/domain/registration/party'
import type { WaitingPosition } from '../../../core/domain/registration/queue/waiting-position'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'
import { type Instant, parseInstant } from '../../../core/kernel/shanghai-time'
import { shortMoment } from '../time'

export const persons = (count: number): string => `共 ${count} 人`

export const REGISTRATION = {
  title: MY_REGISTRATIONS,
  who: '谁来',
  me: '我',
  someone: '家人',
  activityButton: '看活动',
  handOver: (name: string): string => `交给${name}`,
  handOverWhy: (names: readonly string[]): string =>
    `发给${names.join('或')}，本人点“是我”，手机上就有号码。`,
  cardMadeTitle: (name: string): string => `给${name}的卡做好了`,
  cardOnceNote: '一张卡只能领一次，请发给本人。',
  cardNotMadeError: '卡还没做好。网好了再点一次。',
  sendCardButton: SEND_TO_FAMILY,
  copyCardLabel: '把这个链接发给家人：',
  cancelButton: '取消报名',
  someoneDropsButton: '有人来不了',
  dropButton: (name: string): string => `${name}不来了`,
  cancelTitle: '要取消这次报名吗？',
  dropTitle: (name: string): string => `${name}不来了？`,
  confirmedLostBody: '取消后，位子会给候补的街坊。想再来要重新排。',
  waitingLostBody: '取消后，就不在候补里了。想再来要重新排。',
  confirmedDroppedBody: '取消后，这个位子会给候补的街坊。',
  waitingDroppedBody: '取消后，这一位就不在候补里了。',
  notCancelledError: '还没送到，位子还在。网好了再点一次。',
  number: '号码',
  ticketHint: '扫不了？给工作人员看这张码。',
  ticketLabel: (number: string): string => `给工作人员扫的码，号码 ${number}`,
  withdrawnTitle: ACTIVITY_CANCELLED,
  dropKeepsNote: '其他人的位子不变。',
  keepButton: '不取消',
  confirmButton: '确定取消',
  againButton: '再报一次',
  adultNeededNote: '孩子要有大人一起来。大人不来，请取消整个报名。',
  askNowButton: '现在要',
  notAskedError: '还没送到。网好了再点一次。',
  startedNote: '活动已经开始，不能再取消。有事请找现场工作人员。',
  myRegistrationsButton: SEE_MY_REGISTRATIONS,
} as const

/** 到了报 2903 就行。来不了，请取消。 */
export const sayNumber = (number: string): string => `到了报 ${number} 就行。来不了，请取消。`

/** What to do with what one has, in one or two sentences. */
export const STATE_ADVICE: Readonly<Record<Exclude<MemberState, 'waiting' | 'confirmed'>, string>> = {
  attended: '已经签到，玩得开心。',
  no_show: '这次没有签到。有事来不了，下次请先点取消。',
  cancelled: '这次报名取消了。想参加，可以再报一次。',
  lapsed: NO_SEAT_CAME_ADVICE,
}

/** How a free seat reaches whoever waits: one sentence for the result and for the page, the one that is true just now. */
export function waitingNext(
  position: Pick<WaitingPosition, 'givenInOrder' | 'promotionEndsAt' | 'mayAskNow' | 'neverFits'> | null,
  telling: NotificationWay | null,
  now: Instant,
): string | null {
  if (position?.neverFits === true) return null
  if (position?.mayAskNow === true) return '点“现在要”，位子就是您的；别人先点了，您还在候补。'
  if (position?.givenInOrder === false) return '快开始了，空出来的名额谁先点归谁，请看这一页。'
  const inOrder = `有空位，按先后通知您。一家人一起进。${TOLD[telling ?? 'none']}`
  if (position === null) return inOrder
  return `${inOrder}${shortMoment(parseInstant(position.promotionEndsAt), now)} 以后还有空位，谁先点归谁。`
}

const TOLD: Readonly<Record<NotificationWay, string>> = {
  wechat: '您点过“有空位发微信告诉我”，就发一条；“我的消息”也会亮红点。',
  phone: '我们打电话给您，“我的消息”也会亮红点。',
  none: IN_MESSAGES_ONLY,
}

export const positionText = ({ position }: Pick<WaitingPosition, 'position'>): string =>
  `您是候补第 ${position} 位`

/** Why it waits although seats are free; null where there is nothing to explain. */
export function whyWaiting({
  free,
  size,
  passedOver,
  mayAskNow,
  neverFits,
  inCoolDown,
}: WaitingPosition): string | null {
  if (neverFits) return `名额减少了，坐不下 ${size} 位。请减少人数，或看看别的活动。`
  if (mayAskNow) return `现在空出 ${free} 个名额，先点先得。`
  if (passedOver) return `目前只空出 ${free} 个名额，您报了 ${size} 人。`
  return inCoolDown ? '前几次报了没来，这次排在后面。' : null
}

/** The title of a forwarded card: what and when, and nobody's name. */
export const cardTitle = (title: string, when: string): string => `${title}，${when}。点开领位子`
