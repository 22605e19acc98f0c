import { sql, type Transaction } from 'kysely'

/**
 * For transactions that nobody stands and waits for, such as jobs: they wait for a lock as long as a statement may
 * run, where a call of a resident gives up after `lock_timeout` and is told so.
 */
export async function waitForLocks<Schema>(tx: Transaction<Schema>): Promise<void> {
  await sql`set local lock_timeout = 0`.execute(tx)
}
