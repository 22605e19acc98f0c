import type { PostPlace } from '../../../core/contract/staff'
import type { StaffRole } from '../../../core/domain/staff/post'
import { toIso, type Instant } from '../../../core/kernel/shanghai-time'
import type { Database } from '../../database/connect'
import { placeNames } from '../../repositories/post'

/** What a post or an invitation says of where it holds. */
interface Placed {
  readonly role: StaffRole
  readonly called: string
  readonly office_ids: readonly string[]
  readonly activity_ids: readonly string[] | null
}

/** Puts the names of offices and activities to posts and invitations; one query for all of them. */
export async function namePlaces<Row extends Placed>(
  db: Database,
  rows: readonly Row[],
): Promise<(row: Row, endsAt: Instant | null) => PostPlace> {
  const names = await placeNames(db, {
    offices: [...new Set(rows.flatMap(({ office_ids }) => office_ids))],
    activities: [...new Set(rows.flatMap(({ activity_ids }) => activity_ids ?? []))],
  })
  const named = (ids: readonly string[], of: ReadonlyMap<string, string>) =>
    ids.map((id) => ({ id, name: of.get(id) ?? id }))
  return (row, endsAt) => ({
    role: row.role,
    called: row.called,
    offices: named(row.office_ids, names.offices),
    activities: row.activity_ids === null ? null : named(row.activity_ids, names.activities),
    endsAt: endsAt === null ? null : toIso(endsAt),
  })
}
