import type { MemberState } from '../../../core/domain/registration/party'
import type { Standing } from '../../../core/domain/registration/queue/standing'

/** Never "registered" where somebody still waits. */
export const STATE_WORDS: Readonly<Record<MemberState, string>> = {
  waiting: '候补中',
  confirmed: '已报名',
  attended: '已签到',
  no_show: '没有来',
  cancelled: '已取消',
  lapsed: '没有等到空位',
}

export const MINE = {
  title: '我的报名',
  coming: '接下来',
  nothingComing: '接下来没有报名',
  past: '以前的',
  none: '还没有报名',
  noneAdvice: '看看街坊们在办什么，能替家人一起报。',
  activities: '看活动',
  byFamily: '家人替您报的',
  number: '号码',
  withdrawn: '活动取消了',
} as const

export const persons = (count: number): string => `共 ${count} 人`

export const PAGE = {
  title: '我的报名',
  who: '谁来',
  me: '我',
  someone: '家人',
  activity: '看活动',
  handOver: (name: string): string => `交给${name}`,
  handOverWhy: '发一张卡给家人，家人点“是我”，在自己的微信里也能看到号码。',
  cardMade: (name: string): string => `给${name}的卡做好了`,
  cardOnce: '一张卡只能领一次，请发给本人。',
  cardNotMade: '卡还没做好。网好了再点一次。',
  sendCard: '发给家人',
  copyCard: '把这个链接发给家人：',
  cancelAll: '取消报名',
  someoneDrops: '有人来不了',
  drop: (name: string): string => `${name}不来了`,
  cancelTitle: '要取消这次报名吗？',
  dropTitle: (name: string): string => `${name}不来了？`,
  confirmedLost: '取消后，位子会给候补的街坊。想再来要重新排。',
  waitingLost: '取消后，就不在候补里了。想再来要重新排。',
  confirmedDropped: '取消后，这个位子会给候补的街坊。',
  waitingDropped: '取消后，这一位就不在候补里了。',
  notCancelled: '还没送到，位子还在。网好了再点一次。',
  number: '号码',
  ticket: '不方便扫门口的码，就把这个给工作人员扫。',
  ticketLabel: (number: string): string => `给工作人员扫的码，号码 ${number}`,
  withdrawn: '活动取消了',
  dropKeeps: '其他人的位子不变。',
  keep: '不取消',
  confirmCancel: '取消报名',
  confirmDrop: (name: string): string => `${name}不来了`,
  again: '再报一次',
  adultNeeded: '孩子要有大人一起来。大人不来，请取消整个报名。',
  askNow: '现在要',
  notAsked: '还没送到。网好了再点一次。',
  started: '活动已经开始，不能再取消。有事请找现场工作人员。',
  toMine: '看我的报名',
} as const

/** What to do with what one has, in one or two sentences. */
export const NEXT: Readonly<Record<MemberState, string>> = {
  confirmed: '来的时候，扫门口的码，或报这个号码。不能来请点取消，让给街坊。',
  waiting: '有空位按先后给，一家人不拆开。给您留好了，会在“我的消息”里告诉您。',
  attended: '已经签到，玩得开心。',
  no_show: '这次没有签到。有事来不了，下次请先点取消。',
  cancelled: '这次报名取消了。想参加，可以再报一次。',
  lapsed: '开始前没有等到空位。想参加，可以到现场问工作人员。',
}

export const WITHDRAWN_NEXT = '活动取消了，不用来。请看看别的活动。'

export const positionText = ({ position }: Pick<Standing, 'position'>): string => `您是候补第 ${position} 位`

/** Why it waits although seats are free; null where there is nothing to explain. */
export function whyWaiting({
  free,
  size,
  passedOver,
  mayAskNow,
  neverFits,
  inCoolDown,
}: Standing): string | null {
  if (neverFits) return `名额减少了，坐不下 ${size} 位。请减少人数，或看看别的活动。`
  if (mayAskNow) return `现在空出 ${free} 个名额，先点先得。`
  if (passedOver) return `目前只空出 ${free} 个名额，您报了 ${size} 人。`
  return inCoolDown ? '前几次报了没来，这次排在后面。' : null
}

export const CARD = {
  title: '家人转给您的卡',
  open: '家人帮您报了这个活动',
  openWhy: '是您本人来参加，请点“是我”。这样号码在您的微信里也能看到，您也能自己取消。',
  isMe: '是我',
  notMe: '不是我，看看这个活动',
  taken: '这张卡已经有人领了',
  takenAdvice: '是您领的，到“我的报名”里看号码；不是，请家人再发一次。',
  void: '这张卡不能用了',
  voidAdvice: '位子取消了，或活动结束了。请家人看看，再发一次。',
  claimed: (number: string): string => `领好了，号码 ${number}`,
  claimedWaiting: '领好了，还在候补里',
  claimedNext: '您和家人看到的是同一个报名，谁都能取消。',
  notClaimed: '还没送到，卡还在。网好了再点一次。',
  seePlace: '看我的报名',
  double: '您自己已经报过这个活动了，不用再领。家人会收到消息，把多的一个取消。',
  privacy: '点“是我”以前，这里不显示任何人的名字。',
} as const

/** The title of a forwarded card: what and when, and nobody's name. */
export const cardTitle = (title: string, when: string): string => `${title}，${when}。点开领位子`
