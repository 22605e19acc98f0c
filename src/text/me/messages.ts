import { ALL_READ, CANCELLED_ADVICE, MY_MESSAGES, NO_SEAT_CAME_ADVICE, unreadText } from '../vocabulary'
import type { NoticeKind } from '../../../core/domain/registration/messages/notice'
import type { Message, MessageAbout } from '../../../core/contract/registration/message'
import { type Instant, type IsoInstant, parseInstant } from '../../../core/kernel/shanghai-time'
import { changeLine, formerly } from '../activity/change'
import { fullMomentText } from '../time'

export const MESSAGES = {
  title: MY_MESSAGES,
  unread: unreadText,
  markRead: ALL_READ,
  isNew: '新',
  more: '看更早的',
  stuck: '更早的暂时取不到。网好了再点一次。',
  notMarked: '还没记上。网好了再点一次。',
  /** Above what is told to a volunteer. */
  helping: '您在这里当志愿者',
  none: '还没有消息',
  noneAdvice: '报了名，变动、空位和提醒都会放在这里。',
  activities: '看活动',
} as const

/** What each message says, as things were when it was written. */
const SENTENCES: Readonly<Record<NoticeKind, (about: MessageAbout, now: Instant) => string>> = {
  promoted: ({ number }) => `有空位了，给您留好了，号码 ${number}；不能来请点取消。`,
  'seats-free': () => '现在有空位了，先点先得。要来请点“现在要”。',
  'no-longer-fits': () => '名额减少了，坐不下您报的人数。请减少人数，或看看别的活动。',
  changed: ({ change }, now) => `${changeLine(change, now) ?? '活动有变动，请点开看看'}。`,
  withdrawn: () => CANCELLED_ADVICE,
  reminder: ({ number }) => `别忘了来。号码 ${number}；不能来请点取消。`,
  lapsed: () => NO_SEAT_CAME_ADVICE,
  double: () => '您转卡的家人自己已经报过名了。请把多的一个取消，让给街坊。',
  'left-alone': () => '一起来的大人取消了，孩子的位子也取消了。',
}

export const messageText = (kind: NoticeKind, about: MessageAbout, now: Instant): string =>
  SENTENCES[kind](about, now)

/** 周六 11月28日 9:00，武宁片区二楼: as things are now, whatever the message said then. */
export const currentText = ({ now: { startsAt, place } }: Pick<Message, 'now'>): string =>
  whenAndWhere(startsAt, place)

/** What the message, or the plan before its change, said otherwise; `null` where it still holds. */
export function formerText({ about, now }: Pick<Message, 'about' | 'now'>): string | null {
  const startsAt = about.startsAt === now.startsAt ? about.change?.formerStartsAt : about.startsAt
  const former = whenAndWhere(startsAt ?? now.startsAt, about.place)
  return former === whenAndWhere(now.startsAt, now.place) ? null : formerly(former)
}

const whenAndWhere = (startsAt: IsoInstant, place: string): string =>
  `${fullMomentText(parseInstant(startsAt))}，${place}`
