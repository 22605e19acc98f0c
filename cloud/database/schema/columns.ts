import type { ColumnType } from 'kysely'
import type { Instant } from '../../../core/kernel/shanghai-time'

/** `timestamptz`: read as milliseconds since epoch (`Instant`), written as a `Date`. */
export type Moment = ColumnType<Instant, Date, Date>
export type NullableMoment = ColumnType<Instant | null, Date | null, Date | null>
