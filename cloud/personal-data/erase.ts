import { sql } from 'kysely'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import { departFromActivities } from '../settling/depart'
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

/** False when it was taken back meanwhile, or is being done elsewhere. */
async function eraseIfDue(db: Database, residentId: string, now: Instant): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const due = await tx
      .selectFrom('resident')
      .select('id')
      .where('id', '=', residentId)
      .where('erase_after', '<=', at(now))
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (due === undefined) return false
    await departFromActivities(tx, due.id, now)
    for (const [name, table] of personalTables()) {
      const isTheirs = sql`${sql.ref(table.owner)} = ${ownerValue(table, due.id)}`
      const statement =
        table.onErase === 'delete'
          ? sql`delete from ${sql.table(name)} where ${isTheirs}`
          : sql`update ${sql.table(name)} set ${sql.ref(table.owner)} = null where ${isTheirs}`
      await statement.execute(tx)
    }
    return true
  })
}
