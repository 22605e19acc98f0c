import {
  array,
  boolean,
  maxLength,
  minLength,
  nullable,
  optional,
  picklist,
  pipe,
  strictObject,
} from 'valibot'
import type { Audience } from '../../domain/activity/entry/audience'
import type { Question } from '../../domain/activity/entry/questions'
import { LOOK_UP_CHANNELS } from '../../domain/registration/look-ups'
import { GUEST_CONSENTS, type GuestConsent } from '../../domain/registration/joining/guest'
import type { NotificationWay } from '../../domain/registration/messages/delivery'
import type { MemberState } from '../../domain/registration/party'
import type { IsoInstant } from '../../kernel/shanghai-time'
import { endpoint, staff, type } from '../endpoint'
import { OFFICE_STAFF } from '../../domain/staff/post'
import { line, requestId, slug } from '../fields'
import { birthYear, id, phone } from '../person-fields'
import { answers } from './registration'

/** An activity that somebody can be registered for at a counter, with what has to be asked. */
export interface CounterActivity {
  readonly activityId: string
  readonly title: string
  readonly place: string
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  /** Why nobody can join now, or `open`. */
  readonly phase: 'open' | 'not_open' | 'closed'
  readonly opensAt: IsoInstant | null
  readonly capacity: number
  readonly free: number
  /** Parties that wait. */
  readonly waiting: number
  readonly largestParty: number
  /** What somebody without a telephone is told to call. */
  readonly callUs: string | null
  readonly questions: readonly Question[]
  /** Compounds and neighbourhoods that it is for; empty asks nothing. */
  readonly audience: Audience
}

/** A registration as a look-up lists it: names masked (王**), no telephone. */
export interface CounterParty {
  readonly registrationId: string
  readonly activityId: string
  readonly title: string
  readonly place: string
  readonly startsAt: IsoInstant
  readonly number: string
  readonly headline: MemberState
  /** Members who are not cancelled. */
  readonly persons: number
  /** Among the waiting parties, from 1. */
  readonly position: number | null
  readonly called: string | null
  readonly byStaff: boolean
  readonly hasPhone: boolean
  readonly wantsHelp: boolean
}

/** One registration, opened on purpose: whole names, the telephone, and what they asked for. */
export interface OpenedParty extends CounterParty {
  readonly members: readonly {
    readonly memberId: string
    readonly name: string | null
    readonly child: boolean
    readonly state: MemberState
  }[]
  readonly phone: string | null
  readonly telling: NotificationWay
  readonly helpWanted: string | null
  /** How a guest said yes to being kept, when, and to whom. */
  readonly consent: { readonly how: GuestConsent; readonly at: IsoInstant; readonly by: string | null } | null
  /** Until here one may cancel, or come with more or fewer. */
  readonly mayChangeUntil: IsoInstant
}

export interface CounterRegistered {
  readonly registrationId: string
  readonly number: string
  readonly place: 'confirmed' | 'waiting'
  readonly position: number | null
}

/** Who comes beside the one who is named; a year of birth where the activity asks for ages, and of each child. */
const person = strictObject({ birthYear: nullable(birthYear), guardianConsent: boolean() })
const party = pipe(array(person), minLength(1), maxLength(20))

const JOINING = [
  'activity_not_found',
  'activity_withdrawn',
  'no_registration_needed',
  'registration_not_open',
  'already_started',
  'registration_closed',
  'already_registered',
  'party_too_large',
  'audience_mismatch',
  'guardian_consent_missing',
  'answers_incomplete',
  'waitlist_full',
] as const

/** 代报名 and 查一个人: what is done at the counter and on the telephone for somebody without an account, or with one. */
export const counter = {
  /** Activities to come that take registrations, soonest first. */
  'counter.activities': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({}),
    output: type<{
      activities: readonly CounterActivity[]
      compounds: readonly { readonly id: string; readonly name: string }[]
      childAge: number
    }>(),
    refusals: [],
  }),
  /**
   * 代报名: a guest joins the same queue by the same rules. Whoever may be in already is asked first: `sameAs` joins
   * again in the row that was cancelled, `another` is somebody else.
   */
  'counter.register': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      called: line(20),
      /** Whoever is named first. */
      party,
      /** Where they live; asked where the activity is for some compounds only. */
      compoundId: nullable(slug),
      answers,
      helpWanted: nullable(line(100)),
      /** `null`: 没有电话. */
      phone: nullable(phone),
      consent: picklist(GUEST_CONSENTS),
      sameAs: optional(nullable(id)),
      another: optional(boolean()),
      requestId,
    }),
    output: type<CounterRegistered>(),
    refusals: [...JOINING, 'not_own_office', 'phone_not_kept', 'guest_known', 'registration_not_found'],
  }),
  /** 改人数, more: they join the end of the queue, and of a party that waits all of it. */
  'counter.enlarge': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      registrationId: id,
      joining: party,
      consent: picklist(GUEST_CONSENTS),
      requestId,
    }),
    output: type<{ registrationId: string; number: string; headline: MemberState; persons: number }>(),
    refusals: [...JOINING, 'not_own_office', 'registration_not_found', 'cancelled'],
  }),
  /** 改人数, fewer: by the rules of dropping; all of them or none. */
  'counter.drop': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      registrationId: id,
      members: pipe(array(id), minLength(1), maxLength(20)),
      requestId,
    }),
    output: type<{ registrationId: string; headline: MemberState }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'registration_not_found',
      'member_not_found',
      'already_started',
      'already_attended',
      'guardian_consent_missing',
    ],
  }),
  'counter.cancel': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, registrationId: id, requestId }),
    output: type<{ registrationId: string; headline: MemberState }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'registration_not_found',
      'already_started',
      'already_attended',
    ],
  }),
  /** 换电话; `null` is 没有电话. */
  'counter.setPhone': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, registrationId: id, phone: nullable(phone), requestId }),
    output: type<{ telling: NotificationWay }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'registration_not_found',
      'already_started',
      'cancelled',
      'phone_not_kept',
    ],
  }),
  /**
   * 查一个人, by surname, by the last four digits of a telephone, or by the number of the registration. Each look-up
   * is written down; 30 in an hour hold off.
   */
  'counter.find': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ asked: line(20), channel: picklist(LOOK_UP_CHANNELS) }),
    output: type<{ found: readonly CounterParty[]; more: boolean }>(),
    refusals: ['looked_up_too_often'],
  }),
  /** Unmasks one registration; written down each time, so that no answer is kept for a repeat. */
  'counter.open': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, registrationId: id }),
    output: type<OpenedParty>(),
    refusals: ['activity_not_found', 'not_own_office', 'registration_not_found'],
  }),
  /** A card with which somebody of the family takes a guest over, once. */
  'counter.makeCard': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, registrationId: id, requestId }),
    output: type<{ card: string }>(),
    refusals: ['activity_not_found', 'not_own_office', 'registration_not_found', 'card_taken', 'cancelled'],
  }),
} as const
