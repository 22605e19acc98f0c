import type { Topic } from '../../domain/activity/activity'
import type { ActivityKind } from '../../domain/activity/activity'
import type { ChangeRequest } from '../../domain/activity/change'
import type { Question } from '../../domain/activity/entry/questions'
import type { AccessAnswer } from '../../domain/office/office'
import type { CalledAs, CallOutcome } from '../../domain/registration/messages/call'
import type { NotificationWay } from '../../domain/registration/messages/delivery'
import type { NoticeKind } from '../../domain/registration/messages/notice'
import type { IsoInstant, ShanghaiDay } from '../../kernel/shanghai-time'
import type { Stall } from './stall'

/** What staff announced last (F82); pages say it together with the instant. */
export interface ChangeNotice {
  readonly kind: ChangeRequest['kind']
  readonly at: IsoInstant
  /** 改室内: where to. It holds through later changes, until another place is said or 照常. */
  readonly place: string | null
  /** 推迟, 提前: when it would have started. */
  readonly formerStartsAt: IsoInstant | null
  /** 明早 7:00 再定. */
  readonly decisionAt: IsoInstant | null
  /** 提前结束: when it would have ended. Messages stored before this existed have none. */
  readonly formerEndsAt?: IsoInstant | null
  /** 补一句, beside what was announced before. Messages stored before this existed have none. */
  readonly note?: string | null
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
  readonly change: ChangeRequest['kind'] | null
  /** 示例. */
  readonly sample: boolean
}

/** Earliest first; and every place at which something takes place within the span. */
export interface ActivitiesListed {
  readonly activities: readonly ActivitySummary[]
  readonly places: readonly string[]
}

/** A line with room for all that staff announced about it last (F82): on home and on the wall screens. */
export interface AnnouncedActivity extends ActivitySummary {
  readonly announced: ChangeNotice | null
  /** Of the activity; `null` where only the subdistrict's is known. */
  readonly servicePhone: string | null
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
  /** Of 16:9; `picturePath` says where its widths are, `alt` what is to be seen. */
  readonly photo: { readonly name: string; readonly alt: string } | null
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

/** An activity that is not public yet, as far as it is written; an empty title or place is not written either. */
export interface PreviewedPage extends Omit<ActivityPage, PreviewedTimes | 'terms'> {
  /** All four `null` while day, start or end is not written. */
  readonly startsAt: IsoInstant | null
  readonly endsAt: IsoInstant | null
  readonly checkInFrom: IsoInstant | null
  readonly checkInUntil: IsoInstant | null
  readonly terms: PreviewedTerms | null
}

type PreviewedTimes = 'startsAt' | 'endsAt' | 'checkInFrom' | 'checkInUntil'

interface PreviewedTerms extends Omit<
  RegistrationTerms,
  'capacity' | 'free' | 'largestParty' | 'closesAt' | 'promotionEndsAt'
> {
  /** All three `null` while no number of seats is written. */
  readonly capacity: number | null
  readonly free: number | null
  readonly largestParty: number | null
  /** Both `null` while day, start or end is not written, and `opensAt` with them. */
  readonly closesAt: IsoInstant | null
  readonly promotionEndsAt: IsoInstant | null
}

/** Somebody who could not be told, for staff to call (F81). */
export interface Unreached {
  /** As whom they are told; `messageId` is of the list that it names. */
  readonly as: CalledAs
  readonly messageId: number
  readonly kind: NoticeKind
  readonly at: IsoInstant
  /** The registration's number, four digits; `null` for who has a stall only. */
  readonly number: string | null
  /** The stalls that they have at the market. */
  readonly stalls: readonly string[]
  /** What they asked to be called; `null` when they did not say. */
  readonly name: string | null
  readonly persons: number
  readonly telling: NotificationWay
  readonly phone: string | null
  /** Registered by an office: without a telephone, a note at the door is all that reaches them. */
  readonly byStaff: boolean
  readonly wantsHelp: boolean
  /** Which of a market and its workshops it is about. */
  readonly activity: CalledAbout
  readonly call: CallState
}

/** What somebody is called about. */
export interface CalledAbout {
  readonly activityId: string
  readonly title: string
  readonly startsAt: IsoInstant
  /** Where to go now. */
  readonly place: string
  readonly change: ChangeNotice | null
}

export interface CallState {
  /** Who said 我来打, while it holds. */
  readonly holder: { readonly called: string; readonly isMe: boolean; readonly until: IsoInstant } | null
  readonly outcome: CallOutcome | null
  /** When it was settled. */
  readonly calledAt: IsoInstant | null
  /** 没人接: when to try again. */
  readonly againAt: IsoInstant | null
}

/** Whom a change would reach, each person once. */
export interface Reach {
  readonly registered: {
    readonly all: number
    readonly wechat: number
    /** With a telephone. */
    readonly call: number
    /** To be told, but nobody knows a number: a note at the door. */
    readonly withoutPhone: number
    /** They asked for no notices. */
    readonly none: number
  }
  /** Who has stalls at the market, each once. */
  readonly stallHolders: {
    readonly all: number
    readonly call: number
    readonly withoutPhone: number
    /** Told as registered persons. */
    readonly registered: number
  }
  /** Who helps there, each once; whoever was let in by a code has no telephone on file. */
  readonly volunteers: {
    readonly all: number
    readonly wechat: number
    /** They find it in their inbox; somebody should say it to them. */
    readonly inPerson: number
    /** Told as registered persons. */
    readonly registered: number
  }
}
