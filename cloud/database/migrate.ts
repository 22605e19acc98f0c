import { type Kysely, sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Database } from './connect'
import { grantRunTime, readUser } from './grants'
import type { Migration } from './migration'
import { migrations as shipped } from './migrations'
import { OperatorError } from './operator-error'
import { analyzeSmallTables, applyRoleSettings } from './role-settings'
import { waitForLocks } from './wait-for-locks'

/** The list of migrations is ours, not a table of `Schema`: nothing else reads it. */
interface Ledger {
  migration: { name: string; applied_at: Date; oldest_program: string | null }
}

const ledgerOf = (db: Database): Kysely<Ledger> => db as unknown as Kysely<Ledger>

/** A step that this database has. */
interface Done {
  readonly name: string
  readonly oldestProgram: string | null
}

/** Behind a lock that a step waits for, every call of a serving program waits too. */
const LOCK_TIMEOUT = '3s'
/** How often a step that got no lock is begun anew, and the pause between. */
const ATTEMPTS = 10
const PAUSE_MS = 1_000
const NO_LOCK = '55P03'

/** Any fixed number serves, if nothing else in this database locks it: the letters "caoyang" in ASCII. */
const MIGRATION_LOCK = 0x63_61_6f_79_61_6e_67n

/**
 * Brings the schema forward to the end of the list, each step in a transaction of its own that also records it.
 * Processes that start together take turns under one advisory lock; who comes second finds the work done. Then the
 * role gets its settings, for the sessions that it opens from now on, and small tables are counted.
 * @returns the names of the steps that this call applied, in order.
 * @throws OperatorError when the database is ahead of the list, or has other steps than the list begins with.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[] = shipped,
): Promise<readonly string[]> {
  refuseDisorder(migrations)
  await refuseRestoring(db)
  return bringForward(db, migrations)
}

/**
 * For a server that starts: brings the database forward where its user is the owner, and otherwise sees to it that the
 * owner did. In production the two are apart; a demonstration and an embedded PostgreSQL know one user only.
 */
export async function migrateAsOwner(db: Database): Promise<void> {
  if ((await readUser(db)).isOwner) return void (await migrate(db))
  await refuseOutdated(db)
  await db.transaction().execute(applyRoleSettings)
}

/** @throws OperatorError where the user of this connection is no owner */
async function refuseOthers(db: Database): Promise<void> {
  const user = await readUser(db)
  if (user.isOwner) return
  throw new OperatorError(
    `The user ${user.name} may not create tables: migrate as the owner of the database (DATABASE_OWNER_URL).`,
  )
}

/** The same for the restore itself, which nobody else may disturb. */
export async function bringForward(
  db: Database,
  migrations: readonly Migration[] = shipped,
): Promise<readonly string[]> {
  await refuseOthers(db)
  const applied: string[] = []
  for (;;) {
    const name = await untilLocked(() =>
      ledgerOf(db)
        .transaction()
        .execute((tx) => applyNext(tx, migrations)),
    )
    if (name === null) break
    applied.push(name)
  }
  await db.transaction().execute(async (tx) => {
    await takeTurn(tx)
    await applyRoleSettings(tx)
  })
  await analyzeSmallTables(db)
  return applied
}

/** Lets a user serve on what the owner has migrated, and nothing beyond that. @param db as the owner */
export const admitRunTimeUser = (db: Database, user: string): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await takeTurn(tx)
    await grantRunTime(tx, user)
  })

/**
 * For programs that do not migrate: is the database as far as this version?
 * @throws OperatorError that says what to run
 */
export async function refuseOutdated(
  db: Database,
  migrations: readonly Migration[] = shipped,
): Promise<void> {
  const pending = await pendingMigrations(db, migrations)
  if (pending.length > 0)
    throw new OperatorError(
      `The database ${pending.length === migrations.length ? 'is empty' : 'is older than this version'}: run ` +
        '`node dist/database/main.cjs` as its owner first (DATABASE_OWNER_URL).',
    )
}

/** Stands in a database from the first row of a backup until everybody who was erased is erased again. */
export const RESTORING = 'restoring'

/** @throws OperatorError while a backup is being restored, or where that was broken off */
async function refuseRestoring(db: Database): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(${RESTORING}) is not null as there`.execute(db)
  if (rows[0]?.there !== true) return
  throw new OperatorError(
    'A backup is being restored into this database, and not everybody who was erased is erased again: wait until it ' +
      'has ended. Where it was broken off, drop the database, create it anew and restore once more.',
  )
}

/** The last step that a dump may have for this program to understand it. @throws OperatorError */
export function refuseUnknownStep(name: string): void {
  if (shipped.some((known) => known.name === name)) return
  throw new OperatorError(
    `The backup has migration ${name}, which this version does not know: restore it with the version that made it, or a later one.`,
  )
}

/**
 * The steps that a start would apply; reads only.
 * @throws OperatorError as `migrate` does
 */
export async function pendingMigrations(
  db: Database,
  migrations: readonly Migration[] = shipped,
): Promise<readonly string[]> {
  await refuseRestoring(db)
  const ledger = ledgerOf(db)
  const done = (await hasLedger(ledger)) ? await appliedSteps(ledger) : []
  refuseStrangers(done, migrations)
  return migrations.slice(done.length).map(({ name }) => name)
}

/** The steps of ours that this database has not had, whatever others it has; reads only. */
export async function missingMigrations(db: Database): Promise<readonly string[]> {
  const ledger = ledgerOf(db)
  const steps = (await hasLedger(ledger)) ? await appliedSteps(ledger) : []
  const done = new Set(steps.map(({ name }) => name))
  return shipped.map(({ name }) => name).filter((name) => !done.has(name))
}

async function takeTurn<Any>(tx: Transaction<Any>): Promise<void> {
  // The lock may be waited for, and an index be built, longer than any statement of a request may run.
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
  await waitForLocks(tx)
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK.toString()}::bigint)`.execute(tx)
}

async function applyNext(tx: Transaction<Ledger>, migrations: readonly Migration[]): Promise<string | null> {
  await takeTurn(tx)
  const done = await readLedger(tx)
  refuseStrangers(done, migrations)
  const next = migrations[done.length]
  if (next === undefined) return null
  await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT)}`.execute(tx)
  try {
    await next.up(tx)
  } catch (cause) {
    if (codeOf(cause) === NO_LOCK) throw new NoLock(next.name, { cause })
    throw new Error(`migration ${next.name} failed and was rolled back: ${(cause as Error).message}`, {
      cause,
    })
  }
  await tx
    .insertInto('migration')
    .values({ name: next.name, applied_at: sql`now()`, oldest_program: next.oldestProgram ?? null })
    .execute()
  return next.name
}

class NoLock extends OperatorError {
  constructor(step: string, options: ErrorOptions) {
    super(
      `Migration ${step} waited ${LOCK_TIMEOUT} for a table that somebody else holds, ${ATTEMPTS} times: end what runs ` +
        'long in this database (pg_stat_activity), and start again. Nothing of it was done.',
      options,
    )
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null

/** Between two attempts everybody who stood behind the step is served. */
async function untilLocked<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof NoLock) || attempt === ATTEMPTS) throw error
      await new Promise((settle) => setTimeout(settle, PAUSE_MS))
    }
  }
}

async function readLedger(tx: Transaction<Ledger>): Promise<readonly Done[]> {
  const { rows } = await sql<{ there: boolean; hasProgram: boolean }>`
    select to_regclass('migration') is not null as there,
           exists (select from pg_attribute where attrelid = to_regclass('migration') and attname = 'oldest_program') as "hasProgram"
  `.execute(tx)
  if (rows[0]?.there !== true) {
    await sql`
      create table migration (
        name text collate "C" primary key, applied_at timestamptz not null, oldest_program text
      )`.execute(tx)
    return []
  }
  // The list is older than this column; programs of before it write and read the other two.
  if (!rows[0].hasProgram) await sql`alter table migration add column oldest_program text`.execute(tx)
  return tx
    .selectFrom('migration')
    .select(['name', 'oldest_program as oldestProgram'])
    .orderBy('name')
    .execute()
}

async function hasLedger(db: Kysely<Ledger>): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('migration') is not null as there`.execute(db)
  return rows[0]?.there === true
}

/** Whether or not the list has the younger column yet. */
async function appliedSteps(db: Kysely<Ledger>): Promise<readonly Done[]> {
  const { rows: readable } = await sql`select where has_table_privilege('migration', 'select')`.execute(db)
  if (readable.length === 0)
    throw new OperatorError(
      'The user of DATABASE_URL may not read this database: run `node dist/database/main.cjs` with its owner as ' +
        'DATABASE_OWNER_URL, which grants it what it needs.',
    )
  const { rows } = await sql<Done>`
    select name, to_jsonb(migration) ->> 'oldest_program' as "oldestProgram" from migration order by name`.execute(
    db,
  )
  return rows
}

function refuseDisorder(migrations: readonly Migration[]): void {
  migrations.forEach(({ name }, index) => {
    const before = migrations[index - 1]?.name
    if (before !== undefined && before >= name) throw new Error(`migration ${name} is listed after ${before}`)
  })
}

/** A younger program has been here: this one may go on where every step of that one says so. */
function refuseStrangers(done: readonly Done[], migrations: readonly Migration[]): void {
  const isKnown = (name: string | null): boolean => migrations.some((known) => known.name === name)
  const unlike = done.findIndex(({ name }, index) => migrations[index]?.name !== name)
  if (unlike === -1) return
  const strangers = done.slice(unlike)
  const [{ name: stranger } = { name: '' }] = strangers
  if (isKnown(stranger)) {
    throw new OperatorError(
      `The database has migration ${stranger} but not ${migrations[unlike]?.name}, which comes before it: ` +
        'it was migrated by a changed copy of this program. Restore a backup, or start with an empty database.',
    )
  }
  const mayRun =
    unlike === migrations.length && strangers.every(({ oldestProgram }) => isKnown(oldestProgram))
  if (mayRun) return
  throw new OperatorError(
    `The database has migration ${stranger}, which this version does not know: a newer version has used it. ` +
      'Start that version or a later one, or restore a backup made by this one.',
  )
}
