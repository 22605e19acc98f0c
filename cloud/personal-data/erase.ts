import { sql, type Transaction } from 'kysely'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'
import { waitForLocks } from '../database/wait-for-locks'
import { recordErasure, type Erasure } from '../repositories/erasure'
import { forgetInHistory } from '../repositories/history'
import { holdsAdminPost } from '../repositories/post'
import { lockIsLastAdmin } from '../services/end-posts'
import { departFromActivities } from '../services/registration/cancel-before-erasure'
import { ownerValue, personalTables } from './coverage'

/**
 * Erases everyone whose days of grace are over by `now`, each in a transaction of its own. Safe to run
 * twice and on several instances at once: a resident is claimed by a row lock, and whoever is being
 * erased elsewhere is passed over. Returns how many were erased.
 * @throws Error when somebody could not be erased; only after everybody else was
 */
export async function eraseDueResidents(db: Database, now: Instant): Promise<number> {
  const due = await db
    .selectFrom('resident')
    .select('id')
    .where('erase_after', '<=', at(now))
    .orderBy('erase_after')
    .execute()
  let erased = 0
  const failures: unknown[] = []
  for (const { id } of due) {
    try {
      if (await eraseIfDue(db, id, now)) erased += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 0) return erased
  throw new Error(`${failures.length} of ${due.length} residents could not be erased`, { cause: failures[0] })
}

/**
 * False when it was taken back meanwhile, is being done elsewhere, or would leave the 街道 without an admin: that one
 * waits until there is another.
 */
async function eraseIfDue(db: Database, residentId: string, now: Instant): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await waitForLocks(tx)
    // Nobody waits for it: rather late behind a popular activity than undone until the next round.
    await sql`set local statement_timeout = '60s'`.execute(tx)
    // Before the row of the resident, as in every act that ends posts of admins.
    const isAdmin = await holdsAdminPost(tx, residentId, now)
    if (isAdmin && (await lockIsLastAdmin(tx, residentId, now))) return false
    const due = await tx
      .selectFrom('resident')
      .select('id')
      .where('id', '=', residentId)
      .where('erase_after', '<=', at(now))
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (due === undefined) return false
    // Became one a moment ago: with the row locked nobody gets a post any more, the next round takes turns.
    if (!isAdmin && (await holdsAdminPost(tx, residentId, now))) return false
    await eraseRecords(tx, due.id, now)
    await recordErasure(tx, due.id, now)
    return true
  })
}

/** Walks every table that may know this resident; nothing of the list is left out. */
async function eraseRecords(tx: Transaction<Schema>, residentId: string, now: Instant): Promise<void> {
  await departFromActivities(tx, residentId, now)
  await forgetInHistory(tx, residentId)
  for (const [name, table] of personalTables()) {
    if (table.onErase === 'forget') continue
    const isTheirs = sql`${sql.ref(table.owner)} = ${ownerValue(table, residentId)}`
    const statement =
      table.onErase === 'delete'
        ? sql`delete from ${sql.table(name)} where ${isTheirs}`
        : sql`update ${sql.table(name)} set ${sql.ref(table.owner)} = null where ${isTheirs}`
    await statement.execute(tx)
  }
}

/**
 * Erases again whom a restored backup has brought back, before any server may start on it. Nobody is asked whether the
 * 街道 keeps an admin: they are gone already, and the operator invites another.
 * @returns how many of them the backup had
 */
export async function eraseAgain(db: Database, erasures: readonly Erasure[], now: Instant): Promise<number> {
  let again = 0
  for (const { residentId, at: erasedAt } of erasures) {
    const wasThere = await db.transaction().execute(async (tx) => {
      await waitForLocks(tx)
      await sql`set local statement_timeout = '60s'`.execute(tx)
      const there = await tx
        .selectFrom('resident')
        .select('id')
        .where('id', '=', residentId)
        .forUpdate()
        .executeTakeFirst()
      if (there !== undefined) await eraseRecords(tx, residentId, now)
      await recordErasure(tx, residentId, erasedAt)
      return there !== undefined
    })
    if (wasThere) again += 1
  }
  return again
}
