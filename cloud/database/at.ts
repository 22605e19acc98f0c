import { sql, type RawBuilder } from 'kysely'
import type { Instant } from '../../core/kernel/shanghai-time'

/** A moment as a parameter to compare with; in `values` and `set` a moment is written as a `Date`. */
export const at = (moment: Instant): RawBuilder<Instant> => sql<Instant>`${new Date(moment)}::timestamptz`
