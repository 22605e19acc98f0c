import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { PoolConfig } from 'pg'
import type { Schema } from './schema'
import { valueTypes } from './value-types'

export type Database = Kysely<Schema>

export interface ConnectOptions {
  /** Most connections held at once; 1 or 2 in a cloud function, about 10 in the server. */
  readonly poolSize: number
  /** Seen in `pg_stat_activity`. */
  readonly applicationName?: string
  /** Longest run of one statement in milliseconds; 0 is without end. */
  readonly statementTimeoutMs?: number
  /** A connection that broke while it lay idle; the pool has dropped it already and opens another when needed. */
  readonly onIdleError: (error: Error) => void
}

const STATEMENT_TIMEOUT_MS = 10_000
/** A transaction forgotten half-way must not hold its row locks for long. */
const IDLE_IN_TRANSACTION_MS = 15_000
const CONNECT_TIMEOUT_MS = 5_000

/** What every session gets, whoever opens it: UTC, our value types, and no endless waiting. */
export function sessionSettings(url: string, statementTimeoutMs = STATEMENT_TIMEOUT_MS): PoolConfig {
  return {
    connectionString: url,
    types: valueTypes,
    options: '-c timezone=UTC',
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  }
}

/** Opens no connection yet: the first query does. `destroy()` ends the pool. Values: see `valueTypes`. */
export function connect(url: string, options: ConnectOptions): Database {
  const pool = new Pool({
    ...sessionSettings(url, options.statementTimeoutMs),
    application_name: options.applicationName ?? 'caoyang-living-room',
    max: options.poolSize,
  })
  // A pool that is being closed does not wait for its sockets: a server that stops meanwhile is no news.
  pool.on('error', (error) => {
    if (!pool.ending) options.onIdleError(error)
  })
  // The pool listens to a connection only while it lies idle, and Node ends a program over an error that nobody
  // hears. A lent connection that breaks between two statements makes the next one reject; one that breaks while
  // it is being closed has nothing left to say.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}
