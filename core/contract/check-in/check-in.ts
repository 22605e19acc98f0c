import { nullable, optional, strictObject } from 'valibot'
import type { ActivityRefusal } from '../../domain/check-in/scan/scan'
import type { SetProgress } from '../../domain/check-in/stamps'
import type { MemberState } from '../../domain/registration/party'
import type { PresenceGrade } from '../../domain/registration/queue/cool-down'
import type { IsoInstant, ShanghaiDay } from '../../kernel/shanghai-time'
import { endpoint, type } from '../endpoint'
import { requestId } from '../fields'
import type { Subdistrict } from '../home'
import { id } from '../person-fields'
import {
  cameMembers,
  phoneTimes,
  scannedText,
  token,
  walkInActivities,
  type Came,
  type ScannedPlace,
} from './check-in-fields'

/** 今天来了几位？ — one registration of the caller's at the place, within its window. */
export interface ExpectedParty {
  readonly registrationId: string
  readonly number: string
  /** Somebody else registered the caller: 家人帮您报名了. */
  readonly byFamily: boolean
  readonly activityId: string
  readonly title: string
  readonly startsAt: IsoInstant
  /** The state that is said first. */
  readonly headline: MemberState
  readonly members: readonly ExpectedMember[]
}

export interface ExpectedMember {
  readonly memberId: string
  readonly name: string | null
  readonly isMe: boolean
  readonly child: boolean
  readonly state: MemberState
  /** The first time, where they came before. */
  readonly cameAt: IsoInstant | null
}

/** What goes on at the place now and the caller has no place in: 家人帮您报的？ or 直接参加. */
export interface WalkInChance {
  readonly activityId: string
  readonly title: string
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  /** Seats that are free now; `null` where none are needed. */
  readonly free: number | null
}

/** A place of the caller's here whose door is not open yet: to be scanned for again. */
export interface LaterActivity {
  readonly activityId: string
  readonly title: string
  readonly startsAt: IsoInstant
  readonly checkInFrom: IsoInstant
}

export interface OpenedCode {
  /** To be confirmed by one person before `expiresAt`. */
  readonly receipt: string
  readonly openedAt: IsoInstant
  readonly expiresAt: IsoInstant
  readonly grade: PresenceGrade
  readonly place: ScannedPlace
  /** Who runs this, for the trust line: whoever lands here may never have seen another page. */
  readonly subdistrict: Pick<Subdistrict, 'organiser' | 'phone' | 'hotline'>
  /**
   * Nobody was signed in, so that what follows says nothing of whoever holds the phone. After signing in
   * `checkIn.reopen` says it, before anything is recorded.
   */
  readonly forStranger: boolean
  /** When the caller was here today first; `null` for a first visit, and for strangers. */
  readonly visitedAt: IsoInstant | null
  readonly parties: readonly ExpectedParty[]
  readonly walkIns: readonly WalkInChance[]
  /** Of the next 7 days, the earliest first, at most three. */
  readonly later: readonly LaterActivity[]
}

/** What one scan recorded. */
export interface CheckedIn {
  readonly place: ScannedPlace
  readonly visit: {
    readonly visitId: string
    /** The first time of that day. */
    readonly at: IsoInstant
    readonly repeated: boolean
    /** The first visit to this place ever: a stamp lands. */
    readonly newStamp: boolean
  }
  readonly activities: readonly CheckedInActivity[]
}

export interface CheckedInActivity {
  readonly activityId: string
  readonly title: string
  readonly came: readonly Came[]
  /** Why somebody who was ticked is not recorded; the visit and all others are. */
  readonly refusal: ActivityRefusal | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface PassportVisit {
  readonly visitId: string
  readonly place: ScannedPlace
  readonly day: ShanghaiDay
  readonly at: IsoInstant
  readonly grade: PresenceGrade
}

/** A place as it stands in a stamp. */
export interface StampPlace extends ScannedPlace {
  /** A few characters; the title, for the spot of an activity. */
  readonly shortName: string
}

/** Places that belong together, with a stamp or without. */
export interface StampSetPage extends SetProgress {
  readonly places: readonly StampPlace[]
}

export interface Passport {
  /** One per distinct place, earliest first. */
  readonly stamps: readonly { readonly place: StampPlace; readonly at: IsoInstant }[]
  /** By kind of office: how many of those that are open have a stamp. */
  readonly sets: readonly StampSetPage[]
  /** Latest first, at most 200. */
  readonly visits: readonly PassportVisit[]
}

export const checkIn = {
  /** A code for a receipt, before any consent: the opening's instant counts for time, day, window and slot. */
  'checkIn.open': endpoint({
    access: 'public',
    effect: 'write',
    input: strictObject({ code: scannedText }),
    output: type<OpenedCode>(),
    refusals: [
      'code_unknown',
      'code_forged',
      'code_expired',
      'code_future',
      'revoked_screen',
      'place_closed',
      'activity_withdrawn',
      'activity_not_now',
    ],
  }),
  /** What a code opened for a stranger, asked again by whoever signed in since: 今天来了几位？ comes before the tap counts. */
  'checkIn.reopen': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({ receipt: token }),
    output: type<OpenedCode>(),
    refusals: ['code_expired', 'receipt_taken'],
  }),
  /** One tap. Coming again answers with the first time, as a success, and still records what is new. */
  'checkIn.confirm': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({
      receipt: token,
      /** Who came; `null` or left out is the caller alone, with `times` everybody with a place. */
      members: optional(nullable(cameMembers)),
      walkIns: optional(walkInActivities),
      /** Where the tap was kept for lack of a network. */
      times: optional(nullable(phoneTimes)),
      requestId,
    }),
    output: type<CheckedIn>(),
    refusals: ['code_expired', 'receipt_taken'],
  }),
  /** What was scanned in the open app without network. Only what never was ours is refused. */
  'checkIn.upload': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({
      code: scannedText,
      members: optional(nullable(cameMembers)),
      walkIns: optional(walkInActivities),
      times: phoneTimes,
      requestId,
    }),
    output: type<CheckedIn>(),
    refusals: ['code_unknown', 'code_forged'],
  }),
  /** The caller's own code for staff to scan, good for the activity's window. */
  'checkIn.ticket': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({ registrationId: id }),
    output: type<{ ticket: string; number: string; from: IsoInstant; until: IsoInstant }>(),
    refusals: ['registration_not_found', 'cancelled'],
  }),
  /** The caller's visits and stamps. No points, no ranking. */
  'passport.show': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({}),
    output: type<Passport>(),
    refusals: [],
  }),
} as const
