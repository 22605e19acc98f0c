import { sql, type Transaction } from 'kysely'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'

/**
 * The resident behind a WeChat account, made on the first call. Two first calls in parallel end with
 * one resident: the account row decides, and the loser's resident is rolled back.
 */
export async function ensureResident(db: Database, openid: string, now: Instant): Promise<string> {
  const find = () =>
    db.selectFrom('wechat_account').select('resident_id').where('openid', '=', openid).executeTakeFirst()
  const known = await find()
  if (known !== undefined) return known.resident_id
  const made = await db.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto('resident')
      .values({ created_at: new Date(now), compound_id: null, erase_after: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const account = await tx
      .insertInto('wechat_account')
      .values({ openid, resident_id: id, created_at: new Date(now) })
      .onConflict((conflict) => conflict.column('openid').doNothing())
      .returning('resident_id')
      .executeTakeFirst()
    if (account === undefined) await tx.deleteFrom('resident').where('id', '=', id).execute()
    return account?.resident_id ?? null
  })
  if (made !== null) return made
  // Neither found nor recorded: the other first call won, or the account was erased in between; then it is made anew.
  return (await find())?.resident_id ?? ensureResident(db, openid, now)
}

/** The first open 会客厅 of the directory: the own office of a demonstration's office staff. */
export async function firstOfficeId(db: Database): Promise<string | null> {
  const row = await db
    .selectFrom('office')
    .select('id')
    .where('status', '=', 'open')
    .orderBy('sort_order')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

export interface ResidentRecord {
  readonly compoundId: string | null
  readonly eraseAfter: Instant | null
}

export async function findResident(db: Database, residentId: string): Promise<ResidentRecord> {
  const row = await db
    .selectFrom('resident')
    .select(['compound_id', 'erase_after'])
    .where('id', '=', residentId)
    .executeTakeFirstOrThrow()
  return { compoundId: row.compound_id, eraseAfter: row.erase_after }
}

/** Returns false when there is no such compound; then nothing is changed. */
export async function recordCompound(
  tx: Transaction<Schema>,
  residentId: string,
  compoundId: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('resident')
    .set({ compound_id: compoundId })
    .where('id', '=', residentId)
    .$if(compoundId !== null, (update) =>
      update.where((where) =>
        where.exists(where.selectFrom('compound').select('id').where('id', '=', compoundId)),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Sets the day of erasure; asking again keeps the first date. */
export async function recordErasure(
  tx: Transaction<Schema>,
  residentId: string,
  eraseAfter: Instant,
): Promise<Instant | null> {
  const row = await tx
    .updateTable('resident')
    .set({ erase_after: sql<Date>`coalesce(erase_after, ${at(eraseAfter)})` })
    .where('id', '=', residentId)
    .returning('erase_after')
    .executeTakeFirstOrThrow()
  return row.erase_after
}

/** Takes an erasure back; false where none was under way. */
export async function stopErasure(tx: Transaction<Schema>, residentId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('resident')
    .set({ erase_after: null })
    .where('id', '=', residentId)
    .where('erase_after', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
