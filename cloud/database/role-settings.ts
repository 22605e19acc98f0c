import { sql, type Transaction } from 'kysely'
import { escapeIdentifier, escapeLiteral } from 'pg'
import type { Database } from './connect'
import { OperatorError } from './operator-error'

/**
 * What every session of the programs' role has in its database. It is set in the database and not by each
 * connection: PgBouncer in transaction mode lends a session for one transaction and takes no start parameters.
 */
const ROLE_SETTINGS = {
  /** Compiling takes longer than any statement of ours runs. */
  jit: 'off',
  TimeZone: 'UTC',
  statement_timeout: '10s',
  /** Who waits for a row does not hold a connection for long; see `cloud/app/write-queue.ts`. */
  lock_timeout: '500ms',
  /** A transaction forgotten half-way must not hold its row locks for long. */
  idle_in_transaction_session_timeout: '15s',
} as const

/** The statements that give a role these settings in one database. */
export const roleSettingStatements = (role: string, database: string): string =>
  Object.entries(ROLE_SETTINGS)
    .map(
      ([name, value]) =>
        `alter role ${escapeIdentifier(role)} in database ${escapeIdentifier(database)} set ${name} = ${escapeLiteral(value)}`,
    )
    .join('; ')

/** Gives this role its settings where it has others. Sessions that are open already keep what they began with. */
export async function applyRoleSettings<Schema>(tx: Transaction<Schema>): Promise<void> {
  const { rows } = await sql<{ role: string; database: string; found: readonly string[] | null }>`
    select session_user::text as role, current_database()::text as database,
           (select setconfig from pg_db_role_setting
            where setrole = (select oid from pg_roles where rolname = session_user)
              and setdatabase = (select oid from pg_database where datname = current_database())) as found
  `.execute(tx)
  for (const { role, database, found } of rows) {
    const missing = Object.entries(ROLE_SETTINGS).some(
      ([name, value]) => found?.includes(`${name}=${value}`) !== true,
    )
    if (missing) await sql.raw(roleSettingStatements(role, database)).execute(tx)
  }
}

/** Tables below this size are counted in milliseconds; larger ones are autovacuum's. */
const SMALL_BYTES = 2 ** 20

/**
 * Counts the small tables for the planner, which takes one that was never counted for ten full pages. Autovacuum
 * does not look at a table before 50 of its rows have changed.
 */
export async function analyzeSmallTables(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; isOwn: boolean }>`
    select relname as name, pg_has_role(relowner, 'member') as "isOwn" from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and (pg_relation_size(oid) < ${SMALL_BYTES} or reltuples < 0)
    order by relname
  `.execute(db)
  if (rows.length === 0) return
  // Whoever counts a table at this moment spares us the work.
  if (rows.every(({ isOwn }) => isOwn))
    await sql`analyze (skip_locked) ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(db)
  else await sql`select analyze_small_tables(${SMALL_BYTES})`.execute(db)
}

interface Session {
  readonly setting: string
  readonly value: string
}

const REMEDY =
  'run `node dist/database/main.cjs` with the same DATABASE_URL, and reconnect what pools connections in front of it'

/**
 * One question at the start of a program: do its sessions have what this role should have, and are the tables
 * counted? Gives sentences for the operator.
 * @throws OperatorError where nothing was ever migrated, or the sessions would reckon in another time zone
 */
export async function checkSessions(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<Session>`
    select name as setting, current_setting(name) as value
    from unnest(${Object.keys(ROLE_SETTINGS)}::text[]) as name
    union all
    select 'migrated', 'no' where to_regclass('migration') is null
    union all
    select 'statistics', relname from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace and reltuples < 0
  `.execute(db)
  if (rows.some(({ setting }) => setting === 'migrated')) {
    throw new OperatorError(
      'The database is empty: run `node dist/database/main.cjs` and start the server once.',
    )
  }
  const uncounted = rows.filter(({ setting }) => setting === 'statistics').map(({ value }) => value)
  const wrong = Object.entries(ROLE_SETTINGS).flatMap(([name, wanted]) => {
    const value = rows.find(({ setting }) => setting === name)?.value
    return value === wanted ? [] : [`${name} is ${value}, not ${wanted}`]
  })
  const sentences = [
    ...(wrong.length === 0
      ? []
      : [`The database's sessions are not set up (${wrong.join('; ')}): ${REMEDY}.`]),
    ...(uncounted.length === 0
      ? []
      : [
          `The database has not counted ${uncounted.join(', ')}, so its plans are slow: run \`node dist/database/main.cjs\`.`,
        ]),
  ]
  const [first] = sentences
  if (first !== undefined && wrong.some((fault) => fault.startsWith('TimeZone')))
    throw new OperatorError(first)
  return sentences
}
