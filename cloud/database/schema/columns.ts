import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '../../../core/kernel/shanghai-time'

/** `timestamptz`: read as milliseconds since epoch (`Instant`), written as a `Date`. */
export type Moment = ColumnType<Instant, Date, Date>
export type NullableMoment = ColumnType<Instant | null, Date | null, Date | null>

/** What the desk may change. */
export interface Editable {
  /** Set when staff changed the row: the data pack never overwrites it afterwards. */
  edited_at: ColumnType<Instant | null, Date | null | undefined, Date | null>
  /** Counts what staff changed in it. */
  version: Generated<number>
}
