import { sql, type Kysely, type Transaction } from 'kysely'
import type { ChangeNotice } from '../../../core/contract/activity/activity-page'
import type { Change } from '../../../core/domain/activity/change'
import { parseInstant, toIso, type Instant, type IsoInstant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { LockedActivity } from './lock-activity'

/** A change with the id that tells two of them apart. */
export interface RecordedChange {
  readonly id: number
  readonly notice: ChangeNotice
}

export async function latestChange(db: Kysely<Schema>, activityId: string): Promise<RecordedChange | null> {
  const row = await db
    .selectFrom('activity_change')
    .selectAll()
    .where('activity_id', '=', activityId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return { id: row.id, notice: noticeOf(row) }
}

/** Moments may come as instants, or as the text that they have inside JSON. */
export function noticeOf(row: NoticeRow): ChangeNotice {
  const moment = (value: Instant | string): IsoInstant =>
    toIso(typeof value === 'string' ? parseInstant(value) : value)
  const maybe = (value: Instant | string | null): IsoInstant | null => (value === null ? null : moment(value))
  return {
    kind: row.kind,
    at: moment(row.at),
    place: row.place,
    formerStartsAt: maybe(row.former_starts_at),
    decisionAt: maybe(row.decision_at),
  }
}

export interface NoticeRow {
  readonly kind: ChangeNotice['kind']
  readonly at: Instant | string
  readonly place: string | null
  readonly former_starts_at: Instant | string | null
  readonly decision_at: Instant | string | null
}

/** Writes a change down, and moves the activity where it was postponed. */
export async function recordChange(
  tx: Transaction<Schema>,
  { row }: LockedActivity,
  change: Change,
  by: string,
): Promise<RecordedChange> {
  const { id } = await tx
    .insertInto('activity_change')
    .values({
      activity_id: row.id,
      kind: change.kind,
      place: change.kind === 'indoors' ? change.place : null,
      decision_at: change.kind === 'decided-tomorrow' ? new Date(change.decisionAt) : null,
      former_starts_at: change.kind === 'postponed' ? new Date(row.starts_at) : null,
      at: new Date(change.changedAt),
      by_resident: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (change.kind === 'postponed') await move(tx, row.id, change.move)
  return {
    id,
    notice: {
      kind: change.kind,
      at: toIso(change.changedAt),
      place: change.kind === 'indoors' ? change.place : null,
      formerStartsAt: change.kind === 'postponed' ? toIso(row.starts_at) : null,
      decisionAt: change.kind === 'decided-tomorrow' ? toIso(change.decisionAt) : null,
    },
  }
}

async function move(
  tx: Transaction<Schema>,
  activityId: string,
  times: Extract<Change, { kind: 'postponed' }>['move'],
): Promise<void> {
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
