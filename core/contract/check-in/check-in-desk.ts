import { maxLength, nullable, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import type { NumberLimits } from '../../domain/check-in/wrong-numbers'
import type { CheckInFlag } from '../../domain/check-in/place'
import type { NoSeatReason } from '../../domain/registration/attendance/attendance'
import type { MemberState } from '../../domain/registration/party'
import type { PresenceGrade } from '../../domain/registration/queue/cool-down'
import type { IsoInstant, ShanghaiDay } from '../../kernel/shanghai-time'
import { endpoint, staff, type } from '../endpoint'
import { CHECK_IN_STAFF, OFFICE_STAFF } from '../../domain/staff/post'
import { line, requestId, shanghaiDay, slug } from '../fields'
import { id } from '../person-fields'
import { cameMembers, phoneTimes, scannedText, type Came } from './check-in-fields'

/** 点名册: from when it may be closed, and since when it is. */
export interface RollTimes {
  readonly closableFrom: IsoInstant
  readonly closedAt: IsoInstant | null
}

/** Names are masked: 王**. */
export interface CheckInMember {
  readonly memberId: string
  readonly name: string | null
  readonly child: boolean
  readonly state: MemberState
  readonly released: boolean
  /** `null` while they have not come. */
  readonly entry: CheckInEntry | null
}

export interface CheckInEntry {
  readonly entryId: string
  readonly at: IsoInstant
  readonly grade: PresenceGrade
  readonly doorFlag: NoSeatReason | null
  readonly flags: readonly CheckInFlag[]
  /** 礼品已领, when. */
  readonly giftAt: IsoInstant | null
  /** A second gift was given by a phone without network. */
  readonly giftTwice: boolean
}

export interface CheckInParty {
  readonly registrationId: string
  readonly number: string
  /** They asked for help when they registered; what for stands with each person who is opened. */
  readonly wantsHelp: boolean
  readonly members: readonly CheckInMember[]
}

/** A head without a registration. */
export interface CheckInHead extends CheckInEntry {
  readonly name: string | null
  readonly withoutPhone: boolean
}

/** Heads present = attended + walk-ins (with and without phone) + seatless entries; may exceed the capacity. */
export interface CheckInCounts {
  /** Members with a place, come or not. */
  readonly registered: number
  readonly attended: number
  readonly walkedIn: number
  readonly withoutPhone: number
  readonly doorRecords: number
  readonly heads: number
  /** `null` where no seats are needed. */
  readonly capacity: number | null
  readonly free: number | null
}

export interface CheckInList {
  readonly roll: RollTimes
  readonly activityId: string
  readonly title: string
  readonly place: string
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  readonly checkInFrom: IsoInstant
  readonly checkInUntil: IsoInstant
  /** From when the seats of who has not come may be released. */
  readonly releaseFrom: IsoInstant
  /** How a phone without network holds off guessing numbers: as the backend does. */
  readonly numberLimits: NumberLimits
  readonly counts: CheckInCounts
  readonly parties: readonly CheckInParty[]
  readonly heads: readonly CheckInHead[]
  /** Ed25519, 32 bytes in base64url: tickets are checked on the phone. */
  readonly ticketKey: string
}

export interface CheckInDay {
  readonly day: ShanghaiDay
  /** Whose day it is; `null` is the whole 街道's. */
  readonly office: { readonly id: string; readonly name: string } | null
  readonly activities: readonly {
    readonly activityId: string
    readonly title: string
    readonly place: string
    readonly startsAt: IsoInstant
    readonly endsAt: IsoInstant
    readonly counts: CheckInCounts
  }[]
  /** Who visited the office, masked; latest first. */
  readonly visits: readonly {
    readonly visitId: string
    readonly name: string | null
    readonly at: IsoInstant
    readonly grade: PresenceGrade
    readonly flags: readonly CheckInFlag[]
  }[]
}

/** One person, opened on purpose: the whole name, and what their registration says. */
export interface OpenedPerson {
  readonly memberId: string
  readonly name: string | null
  readonly number: string
  readonly child: boolean
  readonly helpWanted: string | null
  /** To the activity's own questions; as the resident gave them. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  /** `null` where none was left, and for scanners. */
  readonly phone: string | null
}

/** What staff found a party by. */
const FOUND_BY = ['ticket', 'number'] as const
export type FoundBy = (typeof FOUND_BY)[number]

/** Whoever stands at a door. */
const number = pipe(string(), maxLength(4), regex(/^\d{4}$/, 'type the four digits of the registration'))

export const checkInDesk = {
  /**
   * An office's day: its activities with their counts, and its visits. Without an office it is the own one's
   * for office staff, and the whole 街道's for all others.
   */
  'door.day': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ officeId: nullable(slug), day: nullable(shanghaiDay) }),
    output: type<CheckInDay>(),
    refusals: ['not_own_office', 'office_not_found'],
  }),
  /** Everybody of one activity: kept on the phone, it serves a door without network. */
  'door.list': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<CheckInList>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /** By the four-digit number; five wrong ones in 10 minutes hold off this member of staff at this activity. */
  'door.findByNumber': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, number }),
    output: type<CheckInParty>(),
    refusals: ['activity_not_found', 'not_own_office', 'held_off', 'other_activity', 'not_registered'],
  }),
  'door.findByTicket': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, ticket: scannedText }),
    output: type<CheckInParty>(),
    refusals: ['activity_not_found', 'not_own_office', 'code_unknown', 'code_forged', 'other_activity'],
  }),
  /** Everybody whose name begins with the first character; what follows it narrows nothing, so no name can be spelled out. */
  'door.findBySurname': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug, surname: line(4) }),
    output: type<{ parties: readonly CheckInParty[] }>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /** Unmasks one person. Each opening is written down with who did it, so no answer is kept for a repeat. */
  'door.openPerson': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, memberId: id }),
    output: type<OpenedPerson>(),
    refusals: ['activity_not_found', 'not_own_office', 'not_registered'],
  }),
  /** Lets members of one registration in; coming again answers with the first time. */
  'door.admit': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      registrationId: id,
      /** `null` is everybody with a place. */
      members: nullable(cameMembers),
      /** For the log of refused scans; older phones do not say. A surname counts as a number: both are the list's. */
      foundBy: optional(picklist(FOUND_BY)),
      /** Where it was kept for lack of a network: it is recorded, whatever the rules of seats say. */
      times: optional(nullable(phoneTimes)),
      requestId,
    }),
    output: type<{ came: readonly Came[]; counts: CheckInCounts }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'activity_withdrawn',
      'activity_not_now',
      'not_registered',
      'cancelled',
      'no_room',
    ],
  }),
  /** ＋1 无手机: a head without a person. */
  'door.addHead': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, times: optional(nullable(phoneTimes)), requestId }),
    output: type<{ entryId: string; counts: CheckInCounts }>(),
    refusals: ['activity_not_found', 'not_own_office', 'activity_withdrawn', 'activity_not_now', 'no_room'],
  }),
  /** 礼品已领, once per head; by the member where the phone had no network when they came. */
  'door.giveGift': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      entryId: optional(nullable(id)),
      memberId: optional(nullable(id)),
      times: optional(nullable(phoneTimes)),
      requestId,
    }),
    output: type<{ entryId: string; at: IsoInstant; outcome: 'first' | 'repeat' | 'flagged' }>(),
    refusals: ['activity_not_found', 'not_own_office', 'entry_not_found'],
  }),
  /** Takes a check-in back, with its gift and its visit: state, day and seat are as they were. Twice is fine. */
  'door.undo': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, entryId: id, reason: line(100), requestId }),
    output: type<{ entryId: string; counts: CheckInCounts }>(),
    refusals: ['activity_not_found', 'not_own_office', 'entry_not_found'],
  }),
  /** Takes a visit to an office back. Twice is fine. */
  'door.undoVisit': endpoint({
    access: staff(OFFICE_STAFF, { within: 'office' }),
    effect: 'write',
    input: strictObject({ officeId: slug, visitId: id, reason: line(100), requestId }),
    output: type<{ visitId: string }>(),
    refusals: ['not_own_office', 'visit_not_found'],
  }),
  /** From 15 min after the start: the seats of who has not come are for walk-ins. */
  'door.release': endpoint({
    access: staff(CHECK_IN_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, requestId }),
    output: type<{ released: number; counts: CheckInCounts }>(),
    refusals: ['activity_not_found', 'not_own_office', 'no_registration_needed', 'too_early'],
  }),
} as const
