import type { Transaction } from 'kysely'
import type { RefusedReason, ScanKind } from '../../../core/domain/check-in/refused'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import { executeLater } from '../../database/one-trip'
import type { Database } from '../../database/connect'
import type { Schema } from '../../database/schema'
import type { PlaceRef } from './places'

type Tx = Transaction<Schema>

/** Logs a scan that was turned away, without who brought it. */
export async function recordRefused(
  tx: Tx,
  refused: { reason: RefusedReason; kind: ScanKind; place: PlaceRef | null; at: Instant },
): Promise<void> {
  const statement = tx.insertInto('refused_scan').values({
    reason: refused.reason,
    kind: refused.kind,
    place_kind: refused.place?.kind ?? null,
    place_id: refused.place?.id ?? null,
    at: new Date(refused.at),
  })
  await executeLater(tx, statement.compile())
}

/** Forgets scans that were turned away before `before`; returns how many. */
export async function pruneRefused(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('refused_scan')
    .where('at', '<', at(before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** When this member of staff typed wrong numbers for this activity; others of theirs wait until the end. */
export async function lockWrongNumbers(
  tx: Tx,
  residentId: string,
  activityId: string,
  since: Instant,
): Promise<readonly Instant[]> {
  await tx.selectFrom('resident').select('id').where('id', '=', residentId).forNoKeyUpdate().execute()
  const rows = await tx
    .selectFrom('wrong_number')
    .select('at')
    .where('resident_id', '=', residentId)
    .where('activity_id', '=', activityId)
    .where('at', '>', at(since))
    .execute()
  return rows.map((row) => row.at)
}

export async function recordWrongNumber(
  tx: Tx,
  residentId: string,
  activityId: string,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('wrong_number')
    .values({ resident_id: residentId, activity_id: activityId, at: new Date(now) })
    .execute()
}

/** Forgets wrong numbers typed before `before`; returns how many. */
export async function pruneWrongNumbers(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('wrong_number')
    .where('at', '<', at(before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
