import { sql, type Kysely, type Transaction } from 'kysely'
import type { PaperHeads } from '../../../core/contract/check-in/sheet'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Permit } from '../../app/permit'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'

type Tx = Transaction<Schema>

export interface SheetRow {
  readonly sheetId: string
  readonly printedAt: Instant
  readonly registrations: readonly string[]
}

/** What was printed of an activity, the latest first. */
export const readSheets = async (
  db: Kysely<Schema>,
  _permit: Permit,
  activityId: string,
): Promise<readonly SheetRow[]> =>
  db
    .selectFrom('sign_in_sheet')
    .select(['id as sheetId', 'printed_at as printedAt', 'registrations'])
    .where('activity_id', '=', activityId)
    .orderBy('printed_at', 'desc')
    .orderBy('id')
    .execute()

export async function recordSheet(
  tx: Tx,
  permit: Permit,
  activityId: string,
  registrations: readonly string[],
  now: Instant,
): Promise<string> {
  const { id } = await tx
    .insertInto('sign_in_sheet')
    .values({
      activity_id: activityId,
      printed_at: new Date(now),
      post_id: permit.post.id,
      registrations: [...registrations],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** How many parties of each activity wait, until it begins; who has none is missing. */
export async function countWaiting(
  db: Kysely<Schema>,
  activityIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; waiting: number }>`
    select activity_id as id, count(distinct registration_id)::integer as waiting
    from party_member join activity on activity.id = activity_id
    where activity_id = any (${activityIds}::text[]) and state = 'waiting' and starts_at > ${at(now)}
    group by activity_id
  `.execute(db)
  return new Map(rows.map(({ id, waiting }) => [id, waiting]))
}

const onPaper = (activityId: string) => sql`
  activity_id = ${activityId} and undone_at is null and member_id is null and resident_id is null
  and flags @> '{paper}'`

/** Heads without a registration that paper told of. */
export async function countPaper(db: Kysely<Schema>, activityId: string): Promise<PaperHeads> {
  const { rows } = await sql<PaperHeads>`
    select count(*)::integer as "walkIns", (count(*) filter (where flags @> '{seems_elder}'))::integer as elders
    from door_entry where ${onPaper(activityId)}`.execute(db)
  return rows[0] ?? { walkIns: 0, elders: 0 }
}

/** The ids of these heads, whoever holds a seat last: they are the first to be taken back. */
export async function paperEntries(tx: Tx, activityId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from door_entry where ${onPaper(activityId)} order by holds_seat, id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Of the heads on paper, so many were taken for 60 or more. */
export async function markElders(tx: Tx, activityId: string, elders: number): Promise<void> {
  await sql`
    update door_entry set flags = case when rank <= ${elders} then '{paper,seems_elder}' else '{paper}' end::text[]
    from (select id, row_number() over (order by id) as rank from door_entry where ${onPaper(activityId)}) as ranked
    where door_entry.id = ranked.id`.execute(tx)
}
