import { sql, type Kysely } from 'kysely'
import type { ChangeNotice } from '../../../core/contract/activity/activity-page'
import type { ScreenActivity } from '../../../core/contract/check-in/screen'
import { addDays, instantAt, shanghaiDay, type Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import { noticeOf } from './change'
import { summaries, summaryOf } from './pages'

/** Three pages of a wall screen; nobody stands longer before it. */
const SHOWN = 24

/**
 * What a wall screen of an office tells at `now`, earliest first: today's, what was moved away from today,
 * and of tomorrow only what was changed. Markets and the like that are in no office are everybody's.
 */
export async function listForScreen(
  db: Kysely<Schema>,
  officeId: string,
  now: Instant,
): Promise<readonly ScreenActivity[]> {
  const today = shanghaiDay(now)
  const [midnight, tomorrow, dayAfter] = [0, 1, 2].map((days) => at(instantAt(addDays(today, days), 0)))
  const { rows } = await summaries(
    sql`(office_id = ${officeId} or (office_id is null and part_of is null)) and (
      (ends_at > ${at(now)} and starts_at < ${tomorrow})
      or (latest.former_starts_at >= ${midnight} and latest.former_starts_at < ${tomorrow} and starts_at >= ${tomorrow})
      or (latest.kind <> 'as-planned' and starts_at >= ${tomorrow} and starts_at < ${dayAfter})
    )`,
    SHOWN,
  ).execute(db)
  const announced = await readAnnounced(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...summaryOf(row), announced: announced.get(row.id) ?? null }))
}

/** The latest change of each. */
async function readAnnounced(
  db: Kysely<Schema>,
  activityIds: readonly string[],
): Promise<ReadonlyMap<string, ChangeNotice>> {
  if (activityIds.length === 0) return new Map()
  const changes = await db
    .selectFrom('activity_change')
    .selectAll()
    .distinctOn('activity_id')
    .where('activity_id', 'in', activityIds)
    .orderBy('activity_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(changes.map((row) => [row.activity_id, noticeOf(row)]))
}
