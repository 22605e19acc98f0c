import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'

/** No backup older than this is restored; so long it has to be known whose records were erased since. */
export const ERASURES_KEPT_DAYS = 400

export interface Erasure {
  /** Leads to nobody any more, but in a backup of before. */
  readonly residentId: string
  readonly at: Instant
}

/** Written with each erasure, in its transaction. */
export async function recordErasure(db: Database, residentId: string, erasedAt: Instant): Promise<void> {
  await db
    .insertInto('erasure')
    .values({ resident_id: residentId, at: new Date(erasedAt) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const readErasures = (db: Database): Promise<readonly Erasure[]> =>
  db
    .selectFrom('erasure')
    .select(['resident_id as residentId', 'at'])
    .orderBy('at')
    .orderBy('resident_id')
    .execute()

export async function pruneErasures(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('erasure').where('at', '<', at(before)).executeTakeFirst()
  return Number(numDeletedRows)
}

/** By which a list of erasures is known to belong to a backup; null while the database has not been set up. */
export async function readDatabaseId(db: Database): Promise<string | null> {
  const row = await db.selectFrom('database_mode').select('id').executeTakeFirst()
  return row?.id ?? null
}
