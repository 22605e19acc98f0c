import {
  ACCESS_TITLE,
  COPY_LINK,
  OTHER_ACTIVITIES,
  SEE_MY_REGISTRATIONS,
  SEND_TO_FAMILY,
  THIS_ACTIVITY_CANCELLED,
} from '../vocabulary'
import type {
  ActivityPage,
  ChangeNotice,
  RegistrationTerms,
} from '../../../core/contract/activity/activity-page'
import { type Instant, type IsoInstant, parseInstant } from '../../../core/kernel/shanghai-time'
import { CHANGE_WORDS, COME_ALONG, COME_NOW, FULL, placesLeft } from './activities'
import { fullMomentText, momentText } from '../time'
import { indoorsText, noteOf, updatedText } from './change'

export const ACTIVITY = {
  fallbackTitle: '活动',
  registerButton: '我要报名',
  waitButton: '我要候补',
  otherActivitiesButton: OTHER_ACTIVITIES,
  alreadyRegisteredButton: '已经报过？看我的报名',
  myRegistrationsButton: SEE_MY_REGISTRATIONS,
  walkButton: '带我去',
  seePlace: '看看这里',
  shareButton: SEND_TO_FAMILY,
  linkCopied: '链接复制好了，发给家人就行。',
  copyLinkLabel: COPY_LINK,
  posterButton: '做一张海报',
  about: '介绍',
  who: '谁能来，带什么',
  access: ACCESS_TITLE,
  amenities: '厕所和饮水',
  workshops: '里面的工作坊',
  workshopsHint: '工作坊要单独报名。',
  stalls: '摊位',
  allStallsButton: '看全部摊位',
  marketButton: '看整个市集',
  moreButton: '想多知道一点',
  lessButton: '看完了',
  host: '谁办的',
  forWhom: '谁能来',
  lives: '住在哪里',
  bring: '带什么',
  largest: '一次最多报',
  toilet: '厕所',
  babyRoom: '母婴室',
  water: '饮水',
  sampleNote: '这是示例，用来看看样子，不是真的活动。',
  officeAccessButton: '看这家会客厅的门口',
  momentsNote: '要报名，请点屏幕下面的“前往小程序”。',
} as const

/** 您已报名，号码 0527; a place on the wait-list never reads as registered. */
export const ownText = ({ headline, number }: { headline: string; number: string }): string =>
  headline === 'confirmed' ? `您已报名，号码 ${number}` : `您在候补，号码 ${number}`

export const persons = (count: number): string => `${count} 位`
export const callHere = (number: string): string => `打现场电话 ${number}`
export const verifiedOn = (day: string): string => `核实于 ${day}`

/** 60 岁以上; 12 岁以下; 7 到 12 岁: all of them included. */
export function agesText({ minAge, maxAge }: Pick<RegistrationTerms, 'minAge' | 'maxAge'>): string | null {
  if (minAge === null && maxAge === null) return null
  if (maxAge === null) return `${minAge} 岁以上`
  if (minAge === null) return `${maxAge} 岁以下`
  return `${minAge} 到 ${maxAge} 岁`
}

/** Which neighbourhoods' residents; compounds are too many to be named. */
export function residentsText(compounds: number, neighbourhoods: readonly string[]): string | null {
  const named = neighbourhoods.join('、')
  if (compounds === 0) return named === '' ? null : `${named}的居民`
  return named === '' ? '指定小区的居民，报名时会核对' : `${named}和几个指定小区的居民，报名时会核对`
}

/** What somebody can do about an activity just now; the backend judges again when they do it. */
export type JoiningState =
  | { readonly kind: 'withdrawn' | 'over' | 'come' | 'come-now' | 'under-way' | 'closed' }
  | { readonly kind: 'not-open'; readonly opensAt: IsoInstant }
  | { readonly kind: 'free'; readonly free: number; readonly capacity: number; readonly closesAt: IsoInstant }
  | {
      readonly kind: 'full'
      readonly waitingParties: number
      /** Less than 2 h to go: whoever waits has to ask for a seat that gets free. */
      readonly asking: boolean
    }

const ASK_THERE = '想参加，请到现场问工作人员还有没有位子。'
const AS_IT_WAS = '时间、地点都不变。'
const WITHDRAWN_ADVICE = '报过名的，名额已经自动取消，您不用再做什么。'

/** Figures stand off from the character before them, words don't. */
const spaced = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text)

interface JoiningStateText {
  readonly text: string
  /** What to do, or what happens next. */
  readonly advice: string | null
  readonly tone: 'open' | 'soon' | 'closed' | 'unknown'
}

export function joiningStateText(joining: JoiningState, now: Instant): JoiningStateText {
  switch (joining.kind) {
    case 'withdrawn':
      return {
        text: THIS_ACTIVITY_CANCELLED,
        advice: WITHDRAWN_ADVICE,
        tone: 'closed',
      }
    case 'over':
      return { text: '这个活动已经结束了', advice: '谢谢来过的街坊。', tone: 'closed' }
    case 'come':
      return { text: COME_ALONG, advice: null, tone: 'open' }
    case 'come-now':
      return { text: COME_NOW, advice: null, tone: 'open' }
    case 'under-way':
      return {
        text: '已经开始了，不能再报名',
        advice: ASK_THERE,
        tone: 'closed',
      }
    case 'closed':
      return {
        text: '报名截止了',
        advice: ASK_THERE,
        tone: 'closed',
      }
    case 'not-open':
      return {
        text: `${momentText(parseInstant(joining.opensAt), now)} 开始报名`,
        advice: '现在还报不了，请到时候再来这一页。',
        tone: 'unknown',
      }
    case 'free':
      return {
        text: `${placesLeft(joining.free)}（共 ${joining.capacity} 个）`,
        advice: `报名到${spaced(momentText(parseInstant(joining.closesAt), now))} 为止。`,
        tone: 'open',
      }
    case 'full':
      return { text: FULL, advice: waitingAdvice(joining), tone: 'soon' }
  }
}

function waitingAdvice({ waitingParties, asking }: Extract<JoiningState, { kind: 'full' }>): string {
  const before = waitingParties === 0 ? '现在没有人在等。' : `前面有 ${waitingParties} 家在等。`
  return asking
    ? `${before}快开始了，空出来的名额先到先得。`
    : `${before}有人取消，就按先后给您留好，并告诉您。`
}

interface ChangeText {
  readonly title: string
  readonly lines: readonly string[]
  readonly loud: boolean
}

/** What changed, from what, and when that was said. */
export function changeText(
  change: ChangeNotice,
  activity: Pick<ActivityPage, 'place' | 'startsAt'>,
  now: Instant,
): ChangeText {
  const { kind, at, place, formerStartsAt, formerEndsAt = null, decisionAt } = change
  const moment = (iso: IsoInstant | null): string => (iso === null ? '' : momentText(parseInstant(iso), now))
  const updated = updatedText({ at }, now)
  const note = noteOf(change)
  const said = saying()
  return kind === 'note' || note === null ? said : { ...said, lines: [note, ...said.lines] }

  function saying(): ChangeText {
    switch (kind) {
      case 'as-planned':
        return { title: CHANGE_WORDS[kind], lines: [AS_IT_WAS, updated], loud: false }
      case 'indoors':
        return {
          title: indoorsText({ place }, activity.startsAt, now),
          lines: [`原来在${activity.place}。`, updated],
          loud: true,
        }
      case 'postponed':
        return {
          title: `推迟到${spaced(moment(activity.startsAt))}`,
          lines: [`原来是${spaced(moment(formerStartsAt))}。`, updated],
          loud: true,
        }
      case 'brought-forward':
        return {
          title: `提前到${spaced(moment(activity.startsAt))}`,
          lines: [`原来是${spaced(moment(formerStartsAt))}。`, updated],
          loud: true,
        }
      case 'ended-early':
        return {
          title: `这个活动${CHANGE_WORDS[kind]}`,
          lines: [
            formerEndsAt === null ? null : `原来到${spaced(moment(formerEndsAt))}。`,
            '还没到的街坊不用来了。',
            updated,
          ].filter((line) => line !== null),
          loud: true,
        }
      case 'note':
        return { title: note ?? '', lines: [AS_IT_WAS, updated], loud: false }
      case 'cancelled':
        return { title: THIS_ACTIVITY_CANCELLED, lines: [WITHDRAWN_ADVICE, updated], loud: true }
      case 'decided-tomorrow':
        return {
          title: CHANGE_WORDS[kind],
          lines: [`${moment(decisionAt)} 再定，请到时候再看这一页。`, updated],
          loud: true,
        }
    }
  }
}

/** The title of a forwarded card: the same whenever it is read. */
export function shareTitle({
  title,
  startsAt,
  status,
}: Pick<ActivityPage, 'title' | 'startsAt' | 'status'>): string {
  const what = `${fullMomentText(parseInstant(startsAt))} ${title}`
  return status === 'withdrawn' ? `取消了：${what}` : what
}

/** 手作 2 个、小吃 1 个. */
export const stallKinds = (kinds: readonly (readonly [kind: string, count: number])[]): string =>
  kinds.map(([kind, count]) => `${kind} ${count} 个`).join('、')
