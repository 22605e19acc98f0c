import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Database } from './connect'
import type { Migration } from './migration'
import { migrations as shipped } from './migrations'
import { OperatorError } from './operator-error'

/** The list of migrations is ours, not a table of `Schema`: nothing else reads it. */
interface Ledger {
  migration: { name: string; applied_at: Date }
}

/** Any fixed number serves, if nothing else in this database locks it: the letters "caoyang" in ASCII. */
const MIGRATION_LOCK = 0x63_61_6f_79_61_6e_67n

/**
 * Brings the schema forward to the end of the list, each step in a transaction of its own that also records it.
 * Processes that start together take turns under one advisory lock; who comes second finds the work done.
 * @returns the names of the steps that this call applied, in order.
 * @throws OperatorError when the database is ahead of the list, or has other steps than the list begins with.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[] = shipped,
): Promise<readonly string[]> {
  refuseDisorder(migrations)
  const applied: string[] = []
  for (;;) {
    const name = await db
      .transaction()
      .execute((tx) => applyNext(tx as unknown as Transaction<Ledger>, migrations))
    if (name === null) return applied
    applied.push(name)
  }
}

async function applyNext(tx: Transaction<Ledger>, migrations: readonly Migration[]): Promise<string | null> {
  // The lock may be waited for, and an index be built, longer than any statement of a request may run.
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK.toString()}::bigint)`.execute(tx)
  const done = await readLedger(tx)
  refuseStrangers(done, migrations)
  const next = migrations[done.length]
  if (next === undefined) return null
  try {
    await next.up(tx)
  } catch (cause) {
    throw new Error(`migration ${next.name} failed and was rolled back: ${(cause as Error).message}`, {
      cause,
    })
  }
  await tx
    .insertInto('migration')
    .values({ name: next.name, applied_at: sql`now()` })
    .execute()
  return next.name
}

async function readLedger(tx: Transaction<Ledger>): Promise<readonly string[]> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('migration') is not null as there`.execute(tx)
  if (rows[0]?.there) {
    const done = await tx.selectFrom('migration').select('name').orderBy('name').execute()
    return done.map((row) => row.name)
  }
  await sql`create table migration (name text collate "C" primary key, applied_at timestamptz not null)`.execute(
    tx,
  )
  return []
}

function refuseDisorder(migrations: readonly Migration[]): void {
  migrations.forEach(({ name }, index) => {
    const before = migrations[index - 1]?.name
    if (before !== undefined && before >= name) throw new Error(`migration ${name} is listed after ${before}`)
  })
}

function refuseStrangers(done: readonly string[], migrations: readonly Migration[]): void {
  const stranger = done.find((name, index) => migrations[index]?.name !== name)
  if (stranger === undefined) return
  if (migrations.some((known) => known.name === stranger)) {
    const missing = migrations[done.indexOf(stranger)]?.name
    throw new OperatorError(
      `The database has migration ${stranger} but not ${missing}, which comes before it: ` +
        'it was migrated by a changed copy of this program. Restore a backup, or start with an empty database.',
    )
  }
  throw new OperatorError(
    `The database has migration ${stranger}, which this version does not know: a newer version has used it. ` +
      'Start that version or a later one, or restore a backup made by this one.',
  )
}
