import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { ChangeNotice } from '../../../core/contract/activity/activity-page'
import type { Change, Move } from '../../../core/domain/activity/change'
import { parseInstant, toIso, type Instant, type IsoInstant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { ActivityChangeTable } from '../../database/schema/activity'
import type { LockedActivity } from './lock-activity'

/** A change with the id that tells two of them apart. */
export interface RecordedChange {
  readonly id: number
  readonly notice: ChangeNotice
}

export async function latestChange(db: Kysely<Schema>, activityId: string): Promise<RecordedChange | null> {
  const row = await latestRow(db, activityId)
  return row === null ? null : { id: row.id, notice: noticeOf(row) }
}

async function latestRow(
  db: Kysely<Schema>,
  activityId: string,
): Promise<Selectable<ActivityChangeTable> | null> {
  const row = await db
    .selectFrom('activity_change')
    .selectAll()
    .where('activity_id', '=', activityId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Moments may come as instants, or as the text that they have inside JSON. */
export function noticeOf(row: NoticeRow): ChangeNotice {
  const maybe = (value: Instant | string | null | undefined): IsoInstant | null =>
    value === null || value === undefined
      ? null
      : toIso(typeof value === 'string' ? parseInstant(value) : value)
  return {
    kind: row.kind,
    at: toIso(typeof row.at === 'string' ? parseInstant(row.at) : row.at),
    place: row.place,
    formerStartsAt: maybe(row.former_starts_at),
    decisionAt: maybe(row.decision_at),
    formerEndsAt: maybe(row.former_ends_at),
    note: row.note ?? null,
  }
}

export interface NoticeRow {
  readonly kind: ChangeNotice['kind']
  readonly at: Instant | string
  readonly place: string | null
  readonly former_starts_at: Instant | string | null
  readonly decision_at: Instant | string | null
  readonly former_ends_at?: Instant | string | null
  readonly note?: string | null
}

/** Where to go now by the row of `activity` that the query has: as `placeNow` says it. */
export const currentPlace = sql<string>`coalesce((
  select change.place from activity_change as change where change.activity_id = activity.id
  order by change.id desc limit 1
), activity.place)`

/** Writes a change down, and moves the activity or its end where that is what changed. */
export async function recordChange(
  tx: Transaction<Schema>,
  { row }: LockedActivity,
  change: Change,
  by: string,
): Promise<RecordedChange> {
  const said = sayingOf(change, row, await latestRow(tx, row.id))
  const { id } = await tx
    .insertInto('activity_change')
    .values({
      activity_id: row.id,
      kind: said.kind,
      place: said.place,
      decision_at: dateOf(said.decision_at),
      former_starts_at: dateOf(said.former_starts_at),
      former_ends_at: dateOf(said.former_ends_at),
      note: said.note,
      at: new Date(change.changedAt),
      by_resident: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  // It is found by where to go now.
  await sql`
    insert into search_stale (kind, id)
    select 'activity', coalesce(series_id, id) from activity where id = ${row.id}`.execute(tx)
  if (change.kind === 'postponed' || change.kind === 'brought-forward') await move(tx, row.id, change.move)
  if (change.kind === 'ended-early') await endAt(tx, row.id, change.changedAt)
  return { id, notice: noticeOf({ ...said, at: change.changedAt }) }
}

const dateOf = (moment: Instant | null): Date | null => (moment === null ? null : new Date(moment))

type Saying = Pick<
  Selectable<ActivityChangeTable>,
  'kind' | 'place' | 'decision_at' | 'former_starts_at' | 'former_ends_at' | 'note'
>

/** What the row says: a note repeats what stands, and a place that was said stays until another is, or 照常. */
function sayingOf(change: Change, row: LockedActivity['row'], standing: Saying | null): Saying {
  const { kind } = change
  if (kind === 'note' && standing !== null) return { ...standing, note: change.note }
  return {
    kind,
    place: kind === 'indoors' ? change.place : kind === 'as-planned' ? null : (standing?.place ?? null),
    decision_at: kind === 'decided-tomorrow' ? change.decisionAt : null,
    former_starts_at: kind === 'postponed' || kind === 'brought-forward' ? row.starts_at : null,
    former_ends_at: kind === 'ended-early' ? row.ends_at : null,
    note: kind === 'note' ? change.note : null,
  }
}

/** It is over now: check-in, telephones and the roll count from here. */
async function endAt(tx: Transaction<Schema>, activityId: string, endsAt: Instant): Promise<void> {
  await tx
    .updateTable('activity')
    .set({ ends_at: new Date(endsAt), edited_at: sql`coalesce(edited_at, now())` })
    .where('id', '=', activityId)
    .execute()
}

async function move(tx: Transaction<Schema>, activityId: string, times: Move): Promise<void> {
  const { startsAt, endsAt, opensAt, closesAt } = times
  await tx
    .updateTable('activity')
    .set({
      starts_at: new Date(startsAt),
      ends_at: new Date(endsAt),
      opens_at: opensAt === null ? null : new Date(opensAt),
      closes_at: closesAt === null ? null : new Date(closesAt),
      edited_at: sql`coalesce(edited_at, now())`,
    })
    .where('id', '=', activityId)
    .execute()
}
