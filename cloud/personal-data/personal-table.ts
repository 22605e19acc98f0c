import type { RawBuilder } from 'kysely'
import type { RecordKind } from '../../core/domain/me/record-kinds'

/** Rows about one resident, and what erasing does to them. */
export interface PersonalTable {
  /** The column that says whose row it is. */
  readonly owner: string
  /** How the owner column names a resident; `requester` rows are kept under the resident's id as text. */
  readonly names: 'resident' | 'requester' | 'rate-subject'
  /**
   * `delete` removes the row; `unlink` keeps it as a record of an act without a person; `forget` is the same in history,
   * by the one function of the database that may.
   */
  readonly onErase: 'delete' | 'unlink' | 'forget'
  /** Columns that are no use to a resident or would open a door, left out of the export. */
  readonly withheld: readonly string[]
  /** What the privacy page calls it. */
  readonly kind: RecordKind
  /** Of the tables of one kind, whose rows are what a resident would count: registrations, not their members. */
  readonly counted?: true
  /** An encrypted phone number, which its owner gets to read. */
  readonly sealed?: 'phone_sealed'
  /** Rows that name nobody and are still the resident's, such as the places of a child; for the export. */
  readonly also?: (residentId: string) => RawBuilder<boolean>
}

/** A table that is nobody's, and why. */
export interface ImpersonalTable {
  readonly impersonal: string
}
