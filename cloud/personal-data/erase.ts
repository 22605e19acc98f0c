import { sql } from 'kysely'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import { ownerValue, personalTables } from './coverage'

/**
 * Erases everyone whose days of grace are over by `now`, each in a transaction of its own. Safe to run
 * twice and on several instances at once: a resident is claimed by a row lock, and whoever is being
 * erased elsewhere is passed over. Returns how many were erased.
 */
export async function eraseDueResidents(db: Database, now: Instant): Promise<number> {
  let erased = 0
  while (await eraseNextDue(db, now)) erased += 1
  return erased
}

async function eraseNextDue(db: Database, now: Instant): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const due = await tx
      .selectFrom('resident')
      .select('id')
      .where('erase_after', '<=', at(now))
      .orderBy('erase_after')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (due === undefined) return false
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
