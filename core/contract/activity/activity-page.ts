import type { ActivityKind } from '../../domain/activity/activity'
import type { ChangeWish } from '../../domain/activity/change'
import type { Question } from '../../domain/activity/entry/questions'
import type { AccessAnswer } from '../../domain/office/office'
import type { TellingWay } from '../../domain/registration/messages/dispatch'
import type { NoticeKind } from '../../domain/registration/messages/notice'
import type { IsoInstant, ShanghaiDay } from '../../kernel/shanghai-time'
import type { Stall } from './stall'

/** What an activity is about: 市集 · 课程 · 健康 · 亲子 · 文化 · 志愿 · 会议 · 其他. */
export const TOPICS = [
  'market',
  'class',
  'health',
  'family',
  'culture',
  'volunteer',
  'meeting',
  'other',
] as const
export type Topic = (typeof TOPICS)[number]

/** What staff announced last (F82); pages say it together with the instant. */
export interface ChangeNotice {
  readonly kind: ChangeWish['kind']
  readonly at: IsoInstant
  /** 改室内: where to. */
  readonly place: string | null
  /** 推迟: when it would have started. */
  readonly formerStartsAt: IsoInstant | null
  /** 明早 7:00 再定. */
  readonly decisionAt: IsoInstant | null
}

/** A line of the list, kept short: a hundred of them fit in 30 kB. */
export interface ActivitySummary {
  readonly id: string
  readonly kind: ActivityKind
  readonly topic: Topic
  readonly title: string
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  /** Where to go now: 改室内 is reckoned in. */
  readonly place: string
  readonly forWhom: string | null
  /** Free seats; `null` where none are needed. */
  readonly free: number | null
  readonly change: ChangeWish['kind'] | null
  /** 示例. */
  readonly sample: boolean
}

export interface AccessFacts {
  readonly stepFree: AccessAnswer
  readonly ramp: AccessAnswer
  readonly lift: AccessAnswer
  readonly accessibleToilet: AccessAnswer
  readonly hearingLoop: AccessAnswer
  readonly doorWidthCm: number | null
  readonly verifiedOn: ShanghaiDay | null
}

export interface Amenities {
  readonly toilet: AccessAnswer
  readonly babyRoom: AccessAnswer
  readonly drinkingWater: AccessAnswer
  readonly servicePhone: string | null
}

/** How registering stands; `null` for open activities. All spans `[from, to)`. */
export interface RegistrationTerms {
  readonly capacity: number
  readonly free: number
  readonly waitingParties: number
  /** Persons in one registration at most. */
  readonly largestParty: number
  readonly opensAt: IsoInstant | null
  readonly closesAt: IsoInstant
  /** From here to the start a free seat goes to whoever asks. */
  readonly promotionEndsAt: IsoInstant
  readonly minAge: number | null
  readonly maxAge: number | null
  readonly compoundIds: readonly string[]
  readonly neighbourhoodIds: readonly string[]
  readonly questions: readonly Question[]
}

export interface ActivityPage {
  readonly id: string
  readonly kind: ActivityKind
  readonly status: 'published' | 'withdrawn'
  readonly topic: Topic
  readonly title: string
  /** Paragraphs. */
  readonly about: readonly string[]
  readonly bring: string | null
  readonly host: string | null
  readonly forWhom: string | null
  /** As it was planned; `change` says where to instead. */
  readonly place: string
  readonly officeId: string | null
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  readonly checkInFrom: IsoInstant
  readonly checkInUntil: IsoInstant
  readonly change: ChangeNotice | null
  readonly sample: boolean
  readonly access: AccessFacts
  readonly amenities: Amenities
  readonly terms: RegistrationTerms | null
  /** The open activity around a workshop. */
  readonly partOf: string | null
  /** Timed parts of an open activity that take registrations of their own. */
  readonly workshops: readonly ActivitySummary[]
  readonly stalls: readonly Stall[]
}

/** Somebody who could not be told, for staff to call (F81). */
export interface Unreached {
  readonly messageId: number
  readonly kind: NoticeKind
  readonly at: IsoInstant
  /** The registration's number, four digits. */
  readonly number: string
  /** What they asked to be called; `null` when they did not say. */
  readonly name: string | null
  readonly persons: number
  readonly telling: TellingWay
  readonly phone: string | null
  readonly calledAt: IsoInstant | null
}
