import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Answers } from '../../../core/domain/activity/entry/questions'
import type { CallOutcome } from '../../../core/domain/registration/messages/call'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'
import type { NoticeKind, Template } from '../../../core/domain/registration/messages/notice'
import type { MemberState } from '../../../core/domain/registration/party'
import type { PresenceGrade } from '../../../core/domain/registration/queue/cool-down'
import type { MessageAbout } from '../../../core/contract/registration/message'
import type { GuestConsent } from '../../../core/domain/registration/joining/guest'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Moment, NullableMoment } from './columns'

/** What somebody chose to say about themselves; all of it optional. */
export interface ResidentProfileTable {
  resident_id: string
  call_name: string | null
  /** Years of birth, both inclusive; both null where nothing was said (CHECK). */
  born_from: number | null
  born_to: number | null
}

/** A relative whom a resident acts for. */
export interface FamilyMemberTable {
  id: Generated<string>
  keeper_id: string
  name: string
  relation: string
  birth_year: number
  created_at: Moment
}

/** 是我: the resident who a family record turned out to be. */
export interface FamilyLinkTable {
  family_member_id: string
  resident_id: string
  linked_at: Moment
}

/** Each yes or no of a guardian, with the words they read; the latest one counts. */
export interface GuardianConsentTable {
  id: Generated<number>
  family_member_id: string
  resident_id: string
  version: string
  wording: string
  given: boolean
  at: Moment
}

export interface RegistrationTable {
  id: Generated<string>
  activity_id: string
  /** Null once erased. */
  registrant_id: string | null
  /** 0 to 9999, read with four digits. */
  number: number
  join_number: number
  answers: JSONColumnType<Answers>
  help_wanted: string | null
  telling: NotificationWay
  /** Encrypted; erased some days after the activity. */
  phone_sealed: Buffer | null
  joined_at: Moment
  /** When seats were given last; null while it waits. */
  confirmed_at: NullableMoment
}

/** A person without an account, whom an office registered for one activity. */
export interface GuestTable {
  id: Generated<string>
  registration_id: string
  /** Null for whoever comes along with the one who was named. */
  called: string | null
  consent: GuestConsent
  /** The post that took it; null where it was taken by nobody at a desk. */
  consent_post: string | null
  consent_at: Moment
  /** The resident who took the registration over; null while the office keeps it. */
  keeper_id: string | null
}

/** One person of a party; who it is, is `resident_id` where linked, else `family_member_id`, else `guest_id`. */
export interface PartyMemberTable {
  id: Generated<string>
  registration_id: string
  activity_id: string
  resident_id: string | null
  family_member_id: string | null
  guest_id: string | null
  child: boolean
  state: MemberState
  released: Generated<boolean>
  presence: PresenceGrade | null
}

/** Append-only. */
export interface MemberHistoryTable {
  id: Generated<number>
  member_id: string
  from_state: MemberState | null
  to_state: MemberState
  released: boolean
  act: string
  at: Moment
  by_resident: string | null
}

export interface HandOverCardTable {
  /** SHA-256 of the card's token: whoever reads the table can claim nothing. */
  token_hash: Buffer
  /** Null where staff made it for a guest. */
  sender_id: string | null
  member_id: string
  family_member_id: string | null
  guest_id: string | null
  made_at: Moment
}

/** One notice to one resident: the inbox shows all, the outbox is what is `pending`. */
export interface MessageTable {
  id: Generated<number>
  /** Hash of `keyOf`: what must be told once only. */
  key: string
  /** Null for a guest: staff tells them. */
  resident_id: string | null
  activity_id: string
  /** Null where a volunteer of the activity is told. */
  registration_id: string | null
  kind: NoticeKind
  cause: string
  about: JSONColumnType<MessageAbout>
  at: Moment
  read_at: NullableMoment
  delivery: 'inbox' | 'pending' | 'pending-volunteer' | 'sending' | 'sent' | 'unsent' | 'dropped'
  due_at: Moment
  claimed_at: NullableMoment
  /** Staff has to tell it: 未送达名单. */
  unreached: Generated<boolean>
  /** When it was settled that nobody has to call any more. */
  called_at: NullableMoment
  /** 我来打: the post, and until when. */
  call_post_id: ColumnType<string | null, string | null | undefined, string | null>
  call_held_until: ColumnType<Instant | null, Date | null | undefined, Date | null>
  call_outcome: ColumnType<CallOutcome | null, CallOutcome | null | undefined, CallOutcome | null>
  /** 没人接: when to try again. */
  call_again_at: ColumnType<Instant | null, Date | null | undefined, Date | null>
}

export interface MessageConsentTable {
  resident_id: string
  template: Template
  consents: number
  /** Of the last yes; null for those from before it was written down. */
  granted_at: NullableMoment
}

export interface RegistrationTables {
  resident_profile: ResidentProfileTable
  family_member: FamilyMemberTable
  family_link: FamilyLinkTable
  guardian_consent: GuardianConsentTable
  registration: RegistrationTable
  guest: GuestTable
  party_member: PartyMemberTable
  member_history: MemberHistoryTable
  hand_over_card: HandOverCardTable
  message: MessageTable
  message_consent: MessageConsentTable
}
