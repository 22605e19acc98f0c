import type { ColumnType, Generated } from 'kysely'
import type { MemberState } from '../../../core/domain/registration/party'
import type { NoSeatReason } from '../../../core/domain/registration/attendance/attendance'
import type { PresenceGrade } from '../../../core/domain/registration/queue/cool-down'
import type { CheckInFlag, PlaceKind } from '../../../core/domain/check-in/place'
import type { RefusedReason, ScanKind } from '../../../core/domain/check-in/refused'
import type { Instant, ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Moment, NullableMoment } from './columns'

/** An office by its id, or the spot of an activity by the activity's. */
interface AtPlace {
  place_kind: PlaceKind
  place_id: string
}

/** What a poster carries; a place has one that is current (partial unique index). */
export interface PlaceCodeTable extends AtPlace {
  token: string
  made_at: Moment
  revoked_at: NullableMoment
}

export interface ScreenTable {
  id: string
  office_id: string
  /** Signs its codes; sealed where the deployment has a secret, else its 32 bytes (CHECK). */
  key: Buffer
  key_sealed: Generated<boolean>
  paired_at: Moment
  paired_by: string | null
  /** When it last asked what to show, to the minute. */
  seen_at: ColumnType<Instant | null, Date | null | undefined, Date>
  revoked_at: NullableMoment
}

/** A screen that waits to be paired, or was some minutes ago. */
export interface ScreenPairingTable {
  token_hash: Buffer
  /** In the QR that staff scans. */
  pairing_id: string
  /** What staff reads off the screen and types. */
  digits: string
  wrong_tries: Generated<number>
  started_at: Moment
  screen_id: string | null
}

/** One row: from which the key pair of tickets is made. */
export interface TicketKeyTable {
  single: Generated<boolean>
  /** Sealed where the deployment has a secret, else its 32 bytes (CHECK). */
  seed: Buffer
  seed_sealed: Generated<boolean>
}

/** An opened code, good for some minutes and for one person. */
export interface ReceiptTable extends AtPlace {
  token_hash: Buffer
  grade: PresenceGrade
  opened_at: Moment
  taken_by: string | null
  taken_at: NullableMoment
}

/** One resident, one place, one Shanghai day; undone ones stay (partial unique index). */
export interface VisitTable extends AtPlace {
  id: Generated<string>
  /** Null once erased. */
  resident_id: string | null
  day: ShanghaiDay
  at: Moment
  grade: PresenceGrade
  flags: CheckInFlag[]
  /** What was recorded by one scan. */
  act_id: string
  undone_at: NullableMoment
}

/** One head at an activity: a member of a registration, a walk-in, or a seatless entry. */
export interface DoorEntryTable {
  id: Generated<string>
  activity_id: string
  kind: 'attended' | 'walk_in' | 'door'
  member_id: string | null
  /** A walk-in's; null once erased, and for ＋1 无手机. */
  resident_id: string | null
  without_phone: boolean
  /** A walk-in's own seat; a member's is held by its state. */
  holds_seat: boolean
  door_flag: NoSeatReason | null
  /** Where the member stood, for undoing. */
  before_state: MemberState | null
  before_released: boolean | null
  at: Moment
  grade: PresenceGrade
  flags: CheckInFlag[]
  act_id: string
  undone_at: NullableMoment
}

export interface GiftMarkTable {
  id: Generated<number>
  entry_id: string
  at: Moment
  /** Given once more by a phone without network: flagged, not counted. */
  second: boolean
  undone_at: NullableMoment
}

/** Append-only. */
export interface CheckInHistoryTable {
  id: Generated<number>
  visit_id: string | null
  entry_id: string | null
  act: 'recorded' | 'gift' | 'undone' | 'claimed'
  reason: string | null
  at: Moment
  by_resident: string | null
}

/** Nobody's: which codes were turned away where. */
export interface RefusedScanTable {
  id: Generated<number>
  reason: RefusedReason
  kind: ScanKind
  place_kind: PlaceKind | null
  place_id: string | null
  at: Moment
}

/** A wrong four-digit number, by the phone that tried it. */
export interface WrongNumberTable {
  id: Generated<number>
  activity_id: string
  resident_id: string
  at: Moment
}

/** In which order the registrations of an activity were printed for signing. */
export interface SignInSheetTable {
  id: Generated<string>
  activity_id: string
  printed_at: Moment
  post_id: string | null
  registrations: string[]
}

export interface CheckInTables {
  sign_in_sheet: SignInSheetTable
  place_code: PlaceCodeTable
  screen: ScreenTable
  screen_pairing: ScreenPairingTable
  ticket_key: TicketKeyTable
  receipt: ReceiptTable
  visit: VisitTable
  door_entry: DoorEntryTable
  gift_mark: GiftMarkTable
  check_in_history: CheckInHistoryTable
  refused_scan: RefusedScanTable
  wrong_number: WrongNumberTable
}
