import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/connect'
import { OperatorError } from '../database/operator-error'
import type { Schema } from '../database/schema'
import { readDatabaseId } from '../repositories/erasure'
import type { About } from './files'

export type DumpableState = Pick<About, 'databaseId' | 'migration' | 'rows' | 'sealedKey'>

/** A transaction that keeps one instant in sight, for itself and for `pg_dump`. */
export async function holdSnapshot<Value>(
  db: Database,
  read: (tx: Transaction<Schema>, snapshot: string) => Promise<Value>,
): Promise<Value> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await withoutLimits(tx)
      const { rows } = await sql<{ id: string }>`select pg_export_snapshot() as id`.execute(tx)
      return read(tx, rows[0]?.id ?? '')
    })
}

/** A dump takes as long as it takes. */
async function withoutLimits(tx: Transaction<Schema>): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
}

export async function serverMajorOf(db: Database): Promise<number> {
  const { rows } = await sql<{ major: number }>`
    select current_setting('server_version_num')::int / 10000 as major`.execute(db)
  return rows[0]?.major ?? 0
}

/** @throws OperatorError where nothing was ever set up there */
export async function dumpableState(tx: Transaction<Schema>): Promise<DumpableState> {
  const databaseId = await readDatabaseId(tx)
  const { rows } = await sql<{ name: string }>`select name from migration order by name desc limit 1`.execute(
    tx,
  )
  const key = await tx
    .selectFrom('ticket_key')
    .select('seed')
    .where('seed_sealed', '=', true)
    .executeTakeFirst()
  if (databaseId === null || rows[0] === undefined)
    throw new OperatorError('The database has not been set up: start the server once.')
  return {
    databaseId,
    migration: rows[0].name,
    sealedKey: key?.seed.toString('base64') ?? null,
    rows: await countRows(tx),
  }
}

export const rowCounts = (db: Database): Promise<Readonly<Record<string, number>>> =>
  db.transaction().execute(async (tx) => {
    await withoutLimits(tx)
    return countRows(tx)
  })

/** Of every table that a dump has; counts of calls (unlogged) are not in it. */
async function countRows(tx: Transaction<Schema>): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relpersistence = 'p' and relnamespace = 'public'::regnamespace order by relname
  `.execute(tx)
  const counts: [string, number][] = []
  for (const { name } of tables) {
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from ${sql.table(`public.${name}`)}`.execute(tx)
    counts.push([name, rows[0]?.n ?? 0])
  }
  return Object.fromEntries(counts)
}

/** Tables of ours and of anybody else. */
export async function hasTables(db: Database): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace) as any
  `.execute(db)
  return rows[0]?.any === true
}

/** Only ever called for a database whose name says that nothing in it is worth keeping. */
export async function emptySchema(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await withoutLimits(tx)
    await sql`drop schema if exists public cascade`.execute(tx)
    await sql`create schema public`.execute(tx)
  })
}
