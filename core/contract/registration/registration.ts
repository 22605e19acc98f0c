import { array, maxLength, minLength, nullable, optional, picklist, pipe, strictObject } from 'valibot'
import { NOTIFICATION_WAYS, type NotificationWay } from '../../domain/registration/messages/delivery'
import type { MemberState } from '../../domain/registration/party'
import type { WaitingPosition } from '../../domain/registration/queue/waiting-position'
import type { IsoInstant } from '../../kernel/shanghai-time'
import type { ActivitySummary, ChangeNotice } from '../activity/activity-page'
import { endpoint, type } from '../endpoint'
import { line, requestId, slug } from '../fields'
import { cardToken, id, phone } from '../person-fields'

/** What a resident reads of the activity beside a registration. */
export interface RegisteredFor {
  readonly id: string
  readonly title: string
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  readonly place: string
  readonly status: 'published' | 'withdrawn'
  readonly change: ChangeNotice | null
  /** `null` where only the subdistrict's is known. */
  readonly servicePhone: string | null
}

export interface MyRegistration {
  readonly registrationId: string
  /** Four digits. */
  readonly number: string
  readonly activity: RegisteredFor
  /** The state that is said first; where anybody still waits it is never `confirmed`. */
  readonly headline: MemberState
  /** Members who are not cancelled. */
  readonly persons: number
  /** False where somebody of the family registered the caller. */
  readonly own: boolean
}

export interface PartyMember {
  readonly memberId: string
  /** As the family record or the profile has it; `null` where nothing was said. */
  readonly name: string | null
  readonly isMe: boolean
  readonly child: boolean
  readonly state: MemberState
  /** Whether the caller may forward a card for this person: an own family record that nobody claimed. */
  readonly mayHandOver: boolean
}

export interface RegistrationPage extends MyRegistration {
  readonly members: readonly PartyMember[]
  /** While it waits. */
  readonly waitingPosition: WaitingPosition | null
  readonly telling: NotificationWay
  /** Until here one may cancel or drop somebody. */
  readonly mayCancelUntil: IsoInstant
}

export const answers = pipe(array(strictObject({ questionId: slug, answer: line(200) })), maxLength(10))

/** Of the caller's own family records; `null` is the caller. */
const party = pipe(array(nullable(id)), minLength(1), maxLength(20))

export const registration = {
  /** Joins the end of the queue and lets the queue promote. Safe to repeat: the same requestId returns that registration. */
  'registration.register': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({
      activityId: slug,
      party,
      answers: optional(answers),
      /** 需要帮忙. */
      helpWanted: optional(nullable(line(100))),
      /** How to be told of changes: 微信 · 打电话 · 不用. */
      telling: optional(picklist(NOTIFICATION_WAYS)),
      phone: optional(nullable(phone)),
      requestId,
    }),
    output: type<{
      registrationId: string
      place: 'confirmed' | 'waiting'
      number: string
      /** Among the waiting parties, from 1. */
      position: number | null
    }>(),
    refusals: [
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
      'family_member_not_found',
      'phone_missing',
      'phone_not_kept',
    ],
  }),
  /** The caller's own and those in which the family registered them; still to come first, then the latest. */
  'registration.mine': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({}),
    output: type<{ registrations: readonly MyRegistration[] }>(),
    refusals: [],
  }),
  'registration.show': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({ registrationId: id }),
    output: type<RegistrationPage>(),
    refusals: ['registration_not_found'],
  }),
  /** By whoever registered or was handed a place; the queue promotes into what gets free. Twice is fine. */
  'registration.cancel': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ registrationId: id, requestId }),
    output: type<{ registrationId: string; headline: MemberState }>(),
    refusals: ['registration_not_found', 'already_started', 'already_attended'],
  }),
  /** Takes one person out; dropping the last one cancels. */
  'registration.dropMember': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ registrationId: id, memberId: id, requestId }),
    output: type<{ registrationId: string; headline: MemberState }>(),
    refusals: [
      'registration_not_found',
      'member_not_found',
      'already_started',
      'already_attended',
      'guardian_consent_missing',
    ],
  }),
  /** How whoever registered wants to be told from now on; only theirs to say, and only before the start. */
  'registration.setTelling': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({
      registrationId: id,
      telling: picklist(NOTIFICATION_WAYS),
      phone: nullable(phone),
      requestId,
    }),
    output: type<{ telling: NotificationWay }>(),
    refusals: ['registration_not_found', 'already_started', 'cancelled', 'phone_missing', 'phone_not_kept'],
  }),
  /** 现在要: in the last 2 h a free seat goes to whoever asks first. */
  'registration.askNow': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ registrationId: id, requestId }),
    output: type<{ registrationId: string; headline: MemberState }>(),
    refusals: ['registration_not_found', 'activity_withdrawn', 'already_started', 'cancelled', 'no_room'],
  }),
  /** A card for one of the caller's family records in this registration, to be forwarded to that person. */
  'registration.makeCard': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ registrationId: id, memberId: id, requestId }),
    output: type<{ card: string }>(),
    refusals: ['registration_not_found', 'member_not_found', 'card_taken', 'cancelled'],
  }),
  /**
   * What anybody sees who opens a forwarded card: the activity and nothing about a person. Of a guest, whose card an
   * office hands over, the masked name, so that the family knows whom they take over.
   */
  'registration.showCard': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ card: cardToken }),
    output: type<{
      activity: ActivitySummary
      state: 'open' | 'taken' | 'void'
      byStaff: boolean
      /** Only while the card can be used. */
      guest: { readonly called: string | null; readonly persons: number } | null
    }>(),
    refusals: ['card_not_found'],
  }),
  /**
   * 是我: the first to say so takes the family record over; saying it again is fine. Of a guest, a record of the
   * caller's own family may take the place: 是我家人.
   */
  'registration.claim': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ card: cardToken, familyMemberId: optional(nullable(id)), requestId }),
    output: type<{ registrationId: string; number: string; headline: MemberState }>(),
    refusals: [
      'card_not_found',
      'card_taken',
      'own_card',
      'card_void',
      'already_registered',
      'family_member_not_found',
    ],
  }),
} as const
