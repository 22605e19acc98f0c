import { AS_PLANNED, ENDED_EARLY, MOVED_INDOORS, MY_REGISTRATIONS } from '../vocabulary'
import type {
  ActivitySummary,
  AnnouncedActivity,
  ChangeNotice,
} from '../../../core/contract/activity/activity-page'
import type { ListingSpan } from '../../../core/domain/activity/listing'
import {
  clockText,
  daysBetween,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
  type Instant,
  type ShanghaiDay,
} from '../../../core/kernel/shanghai-time'
import { changeWords } from './change'
import { dateText, dayText, monthDay } from '../time'

export const SAMPLE = '示例'
/** Where there is no tag beside it, what is made up says so in its title. */
export const markedTitle = ({
  title,
  sample,
}: {
  readonly title: string
  readonly sample: boolean
}): string => (sample && !title.includes(SAMPLE) ? `${title}（${SAMPLE}）` : title)
export const ALL_ACTIVITIES = '看全部活动'
export const NEXT_ACTIVITIES = '近几天的活动'

/** 今天 · 周二 11月24日; from the day after the day after tomorrow on 周六 11月28日. */
export function dayHeading(day: ShanghaiDay, today: ShanghaiDay): string {
  const date = dateText(day, today)
  const ahead = daysBetween(today, day)
  return ahead >= 0 && ahead <= 2 ? `${dayText(day, today)} · ${date}` : date
}

/** 今天, 明天, 后天, 周六, 周六 12月5日: short enough to stand beside a time. */
export const dayName = (moment: Instant, now: Instant): string =>
  dayText(shanghaiDay(moment), shanghaiDay(now))

type Times = Pick<ActivitySummary, 'startsAt' | 'endsAt'>

export const startClock = ({ startsAt }: Times): string => clockText(minuteOfDay(parseInstant(startsAt)))

/** 15:00; 次日 1:00; 11月30日 15:00 where it lasts for days. Midnight that ends the day reads 24:00. */
export function endClock({ startsAt, endsAt }: Times): string {
  const [start, end] = [parseInstant(startsAt), parseInstant(endsAt)]
  const days = daysBetween(shanghaiDay(start), shanghaiDay(end))
  const clock = clockText(minuteOfDay(end))
  if (days === 0) return clock
  if (days === 1) return minuteOfDay(end) === 0 ? '24:00' : `次日 ${clock}`
  return `${monthDay(shanghaiDay(end), shanghaiDay(start))} ${clock}`
}

/** 今天 周二 11月24日 and 14:00–16:00; 周六 11月28日: one can write it on the calendar at the wall. */
export function whenWords(times: Times, now: Instant): { day: string; hours: string } {
  const [day, today] = [shanghaiDay(parseInstant(times.startsAt)), shanghaiDay(now)]
  return {
    day: dayHeading(day, today).replace(' · ', ' '),
    hours: `${startClock(times)}–${endClock(times)}`,
  }
}

type Tone = 'open' | 'soon' | 'closed' | 'unknown'

export const COME_ALONG = '不用报名，直接来'
export const placesLeft = (free: number): string => `还有 ${free} 个名额`
export const COME_NOW = `正在进行，${COME_ALONG}`
export const FULL = '名额满了，可以候补'

/** What a line of the list says about getting in. The colour only repeats it. */
export function placesWords(activity: ActivitySummary, now: Instant): { text: string; tone: Tone } | null {
  if (activity.change === 'cancelled' || activity.change === 'ended-early') return null
  const started = parseInstant(activity.startsAt) <= now
  if (activity.free === null) {
    return { text: started ? COME_NOW : COME_ALONG, tone: 'open' }
  }
  if (started) return { text: '已经开始，能不能进请问现场', tone: 'unknown' }
  return activity.free > 0 ? { text: placesLeft(activity.free), tone: 'open' } : { text: FULL, tone: 'soon' }
}

export const REGISTER_HERE = '报名'
/** Said of the link alone: a course stands in the list more than once. */
export const registerFor = (
  activity: Pick<ActivitySummary, 'title' | 'startsAt' | 'endsAt'>,
  now: Instant,
): string =>
  `报名：${activity.title}，${dayName(parseInstant(activity.startsAt), now)} ${startClock(activity)}`

/** Whether a line offers to register: a seat is free, it has not begun, and nothing keeps one from going. */
export const takesRegistrations = ({ free, startsAt, change }: ActivitySummary, now: Instant): boolean =>
  free !== null &&
  free > 0 &&
  parseInstant(startsAt) > now &&
  change !== 'cancelled' &&
  change !== 'decided-tomorrow'

/** A change in two or three words, loud; 照常 is good news, and said as such. */
export const CHANGE_WORDS: Readonly<Record<ChangeNotice['kind'], string>> = {
  'as-planned': AS_PLANNED,
  indoors: MOVED_INDOORS,
  postponed: '推迟了',
  'brought-forward': '提前了',
  cancelled: '取消了',
  'ended-early': ENDED_EARLY,
  note: '有补充',
  'decided-tomorrow': '办不办还没定',
}

/** Nothing that keeps anybody from going there as planned. */
export const isCalm = (change: ChangeNotice['kind']): boolean => change === 'as-planned' || change === 'note'

/** What a line of the list says about where, and about a change. */
export interface RowText {
  readonly change: string | null
  /** `null` where the change says it already. */
  readonly place: string | null
  /** 6:50 更新, where the whole announcement came along. */
  readonly updated: string | null
}

/** Two or three words; where the whole announcement came along, all of it. */
export function rowText(activity: ActivitySummary & Partial<AnnouncedActivity>, now: Instant): RowText {
  const { announced = null, change, place, startsAt } = activity
  if (announced === null)
    return { change: change === null ? null : CHANGE_WORDS[change], updated: null, place }
  const { text, updated } = changeWords(announced, now, startsAt)
  return {
    change: text,
    updated,
    place: announced.kind === 'indoors' ? null : place,
  }
}

interface SpokenText extends RowText {
  /** What the line says about getting in. */
  readonly state: string | null
}

/** A whole line of the list in one breath: 周六 9:00，改到室内，芦岸市集，芦岸公园，不用报名，直接来. */
export const spokenRow = (
  activity: ActivitySummary,
  now: Instant,
  { change, updated, place, state }: SpokenText,
): string =>
  [
    `${dayName(parseInstant(activity.startsAt), now)} ${startClock(activity)}`,
    change,
    updated,
    activity.title,
    place,
    state,
  ]
    .filter(Boolean)
    .join('，')

const WITH_PLACES = '还有名额'

export const FILTERS = {
  spans: { all: '全部', today: '今天', week: '本周', weekend: '周末' },
  places: WITH_PLACES,
  more: '更多筛选',
  less: '收起',
  topic: '什么活动',
  place: '在哪里',
  age: '谁来',
  any: '不限',
  group: '哪天的活动',
} as const

/** Whom it is for, by an age that stands for all of them. */
export const AGES = [
  { age: 8, text: '孩子' },
  { age: 40, text: '大人' },
  { age: 65, text: '60 多岁' },
  { age: 75, text: '70 岁以上' },
] as const

const SPAN_SUBJECTS: Readonly<Record<ListingSpan, string>> = {
  today: '今天',
  week: '这个星期',
  weekend: '这个周末',
}

interface Counted {
  readonly span: ListingSpan | null
  readonly hasPlaces: boolean
  readonly count: number
  /** There may be more than were sent. */
  readonly more: boolean
}

/** 今天有 2 个活动; 这个周末有 1 个活动还有名额; 近一个月没有活动. */
export function countSentence({ span, hasPlaces, count, more }: Counted): string {
  const subject = span === null ? '近一个月' : SPAN_SUBJECTS[span]
  if (count === 0) return `${subject}没有活动`
  return `${subject}有 ${count} 个${more ? '以上' : ''}活动${hasPlaces ? WITH_PLACES : ''}`
}

export const LIST = {
  title: '活动',
  noneAtAllTitle: '近一个月没有活动',
  none: '没有找到这样的活动',
  noneAtAll: '近一个月还没有排活动。活动定下来，就会列在这里。',
  noneAdvice: '少选几样试试，或者看看全部。',
  showAll: ALL_ACTIVITIES,
  more: '再看几个',
  question: '想看哪天的活动？',
  anotherDay: '换个日子看',
  mine: MY_REGISTRATIONS,
  mineHint: '号码、取消、交给家人',
  share: '街坊活动：看哪天有什么，能不能报名',
} as const

export const dayCount = (count: number): string => (count === 0 ? '没有活动' : `${count} 个活动`)

/** Until when, under the hour at which it begins. */
export const untilText = (clock: string): string => `至 ${clock}`
