import type { Generated, GeneratedAlways } from 'kysely'
import type { StaffRole } from '../../../core/domain/staff/post'
import type { Moment, NullableMoment } from './columns'

export interface PostTable {
  id: Generated<string>
  /** Null once whoever held it was erased; then it is dismissed and `called` says 已注销 (trigger). */
  resident_id: string | null
  role: StaffRole
  /** How colleagues call whoever holds it. */
  called: string
  /** `office`, `lead`: one or more; `viewer`: empty means the whole 街道; else empty (CHECK). */
  office_ids: string[]
  /** `scanner`: the activities it was given for, null means any; else null (CHECK). */
  activity_ids: string[] | null
  may_read_log: boolean
  starts_at: Moment
  /** Exclusive; null means until dismissed. */
  ends_at: NullableMoment
  dismissed_at: NullableMoment
  /** The post in whose name it was given; null for the first admin and for what older versions gave. */
  invited_by: string | null
}

/** Append-only: what was done in the name of a post. Names no resident. */
export interface StaffActTable {
  id: GeneratedAlways<string>
  at: Moment
  /** Null for commands of the operator. */
  post_id: string | null
  source: 'phone' | 'desk' | 'command'
  endpoint: string
  record_kind: string | null
  record_id: string | null
  /** JSON: column → new value, only of columns that are on the list of loggable ones. */
  changed: string
}

export interface InvitationTable {
  id: Generated<string>
  /** SHA-256 of the code. */
  code_hash: Buffer
  role: StaffRole
  called: string
  office_ids: string[]
  activity_ids: string[] | null
  may_read_log: boolean
  /** When the post that comes of it will end, exclusive. */
  post_ends_at: NullableMoment
  /** Null where an operator's command made it. */
  invited_by: string | null
  created_at: Moment
  expires_at: Moment
  accepted_by: string | null
  accepted_at: NullableMoment
  revoked_at: NullableMoment
  post_id: string | null
  /** 志愿者现场码 of the one activity in `activity_ids`: never accepted itself, but a row of its own for each who did. */
  on_the_spot: Generated<boolean>
  /** The 现场码 that somebody scanned. */
  from_code: Generated<string | null>
}

/** Codes of invitations that an account tried in vain. */
export interface WrongCodeTable {
  id: GeneratedAlways<string>
  resident_id: string
  at: Moment
}

/** 电脑登录: one browser in which somebody is signed in as staff. */
export interface DeskSessionTable {
  id: Generated<string>
  /** SHA-256 of the cookie `desk`. */
  token_hash: Buffer
  /** SHA-256 of the cookie `desk-browser`, which outlasts sessions. */
  browser_hash: Buffer
  resident_id: string
  browser: string
  system: string
  is_public_pc: boolean
  idle_minutes: number
  started_at: Moment
  /** The last call, up to half a minute ago. */
  seen_at: Moment
  expires_at: Moment
  ended_at: NullableMoment
}

/** 扫码登录电脑: a browser that asks for a session until a phone confirms. */
export interface DeskSignInTable {
  id: string
  browser_hash: Buffer
  digits: string
  browser: string
  system: string
  /** Hash of the network address that asked. */
  network: string
  is_public_pc: boolean
  asked_at: Moment
  confirmed_by: string | null
  confirmed_at: NullableMoment
  /** Wrong digits, or the browser has its session. */
  ended_at: NullableMoment
}

export interface StaffTables {
  desk_session: DeskSessionTable
  desk_sign_in: DeskSignInTable
  invitation: InvitationTable
  wrong_code: WrongCodeTable
  post: PostTable
  staff_act: StaffActTable
}
