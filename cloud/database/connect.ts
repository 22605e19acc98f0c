import { Kysely } from 'kysely'
import { Pool } from 'pg'
import type { PoolConfig } from 'pg'
import type { Schema } from './schema'
import { SessionDialect } from './session'
import { noteStatement } from './statement-times'
import { valueTypes } from './value-types'

export type Database = Kysely<Schema>

export interface ConnectOptions {
  /** Most connections held at once; 1 or 2 in a cloud function, about 10 in the server. */
  readonly poolSize: number
  /** How long a call waits for a connection, in milliseconds; five seconds by default. */
  readonly patienceMs?: number
  /** Seen in `pg_stat_activity`. */
  readonly applicationName?: string
  /** A connection that broke while it lay idle; the pool has dropped it already and opens another when needed. */
  readonly onIdleError: (error: Error) => void
}

const CONNECT_TIMEOUT_MS = 5_000

/** What every connection gets, whoever opens it; time zone and time limits are the role's, see `role-settings.ts`. */
export const connectionSettings = (url: string): PoolConfig => ({
  connectionString: url,
  types: valueTypes,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
})

/** Opens no connection yet: the first query does. `destroy()` ends the pool. Values: see `valueTypes`. */
export function connect(url: string, options: ConnectOptions): Database {
  const pool = new Pool({
    ...connectionSettings(url),
    connectionTimeoutMillis: options.patienceMs ?? CONNECT_TIMEOUT_MS,
    application_name: options.applicationName ?? 'caoyang-living-room',
    max: options.poolSize,
    // A statement does not wait for the answer to the one before it; see `session.ts`.
    pipeline: true,
  })
  // A pool that is being closed does not wait for its sockets: a server that stops meanwhile is no news.
  pool.on('error', (error) => {
    if (!pool.ending) options.onIdleError(error)
  })
  // The pool listens to a connection only while it lies idle, and Node ends a program over an error that nobody
  // hears. A lent connection that breaks between two statements makes the next one reject; one that breaks while
  // it is being closed has nothing left to say.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Schema>({ dialect: new SessionDialect(pool), log: noteStatement })
  pools.set(db, pool)
  return db
}

const pools = new WeakMap<Database, Pool>()

export interface PoolState {
  readonly used: number
  readonly idle: number
  /** Calls that wait for a connection. */
  readonly waiting: number
}

/** How busy the connections are of what `connect` gave. */
export function poolState(db: Database): PoolState {
  const pool = pools.get(db)
  if (pool === undefined) throw new Error('this database was not opened by connect')
  return { used: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }
}
