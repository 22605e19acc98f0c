import { sql } from 'kysely'
import { connect, type Database } from '../database/connect'
import { missingMigrations } from '../database/migrate'
import { OPERATOR_ERROR, OperatorError } from '../database/operator-error'
import { reachDatabase } from '../database/reach'
import type { Settings } from './settings'
import { NO_DATABASE } from './strict-start'

export interface OpenDatabase {
  readonly db: Database
  /** Sentences for the operator, for example where the data really lie. */
  readonly notices: readonly string[]
  /** One connection beside the others, for whoever watches: it is free however busy they are. */
  readonly probe: Database
  /**
   * Runs on a connection of its own, which ends with it: what comes before the others, such as migrating. Sessions
   * opened earlier would not have the settings that it gives the role.
   */
  beforehand<Value>(prepare: (db: Database) => Promise<Value>): Promise<Value>
  /**
   * Rejects when the database does not answer, has no room to write, or is older than this program; on a connection of its own, however busy the
   * others are.
   */
  ping(): Promise<void>
  /** Ends the connections and, where this process started it, the embedded server. */
  close(): Promise<void>
}

export interface OpenOptions {
  readonly applicationName: string
  readonly poolSize: number
  /** An idle connection broke: worth a line in the log, the pool opens another. */
  readonly onIdleError: (error: Error) => void
  /** The embedded server ended although nobody asked it to. */
  readonly onLost: (error: Error) => void
}

type Place = Pick<Settings, 'databaseUrl' | 'dataDir' | 'mayEmbed'>

/** The only place that loads the embedded PostgreSQL: production neither runs it nor needs its files. */
function loadEmbedded({ mayEmbed }: Place) {
  if (mayEmbed) return import('../../tools/embedded-postgres')
  throw new OperatorError(NO_DATABASE)
}

/**
 * The database of a long-running program: `DATABASE_URL`, or the embedded server, started for this process.
 * @throws OperatorError with the way out
 */
export async function openDatabase(place: Place, options: OpenOptions): Promise<OpenDatabase> {
  if (place.databaseUrl !== null) {
    await reachDatabase(place.databaseUrl)
    return opened(place.databaseUrl, options, [], () => Promise.resolve())
  }
  const { startEmbeddedPostgres } = await loadEmbedded(place)
  const embedded = await startEmbeddedPostgres({ dataDir: place.dataDir, onLost: options.onLost })
  const notices = embedded.notice === null ? [] : [embedded.notice]
  return opened(embedded.url, options, notices, () => embedded.stop())
}

/** The same for a short-lived program, which joins the server that `npm start` keeps running where there is one. */
export async function joinDatabase(place: Place, options: OpenOptions): Promise<OpenDatabase> {
  if (place.databaseUrl !== null) return openDatabase(place, options)
  const { joinRunningPostgres } = await loadEmbedded(place)
  const running = await joinRunningPostgres(place.dataDir)
  return running === null
    ? openDatabase(place, options)
    : opened(running, options, [], () => Promise.resolve())
}

function opened(
  url: string,
  { applicationName, poolSize, onIdleError }: OpenOptions,
  notices: readonly string[],
  stopServer: () => Promise<void>,
): OpenDatabase {
  const db = connect(url, { poolSize, applicationName, onIdleError })
  const probe = connect(url, { poolSize: 1, applicationName, onIdleError })
  return {
    db,
    probe,
    notices,
    beforehand: async (prepare) => {
      const first = connect(url, { poolSize: 1, applicationName, onIdleError })
      try {
        return await prepare(first)
      } finally {
        await first.destroy()
      }
    },
    ping: async () => {
      await proveWriting(probe)
      const missing = await missingMigrations(probe)
      if (missing.length > 0) throw new Error(`the database lacks migrations: ${missing.join(', ')}`)
    },
    close: async () => {
      await Promise.all([db.destroy(), probe.destroy()])
      await stopServer()
    },
  }
}

/** Forty kilobytes that are gone with the transaction. On a full disk reading goes on, and this does not. */
const proveWriting = (db: Database): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await sql`create temporary table room_to_write on commit drop as select generate_series(1, 1000)`.execute(
      tx,
    )
  })

/** By its name: the embedded PostgreSQL is bundled apart and brings a class of its own. */
const isForOperator = (error: unknown): error is Error =>
  error instanceof Error && error.name === OPERATOR_ERROR

/** Prints what the operator can act on as one sentence, anything else whole; gives the exit code. */
export function reportFailure(error: unknown): number {
  if (isForOperator(error)) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 1
}
