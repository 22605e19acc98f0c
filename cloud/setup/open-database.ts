import { sql } from 'kysely'
import { connect, type Database } from '../database/connect'
import { startEmbeddedPostgres } from '../database/embedded'
import { joinRunningPostgres } from '../database/join-running'
import { OperatorError } from '../database/operator-error'
import { reachDatabase } from '../database/reach'
import type { Settings } from './settings'

export interface OpenDatabase {
  readonly db: Database
  /** Sentences for the operator, for example where the data really lie. */
  readonly notices: readonly string[]
  /** Rejects when the database does not answer. */
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

type Place = Pick<Settings, 'databaseUrl' | 'dataDir'>

/**
 * The database of a long-running program: `DATABASE_URL`, or the embedded server, started for this process.
 * @throws OperatorError with the way out
 */
export async function openDatabase(place: Place, options: OpenOptions): Promise<OpenDatabase> {
  if (place.databaseUrl !== null) {
    await reachDatabase(place.databaseUrl)
    return opened(place.databaseUrl, options, [], () => Promise.resolve())
  }
  const embedded = await startEmbeddedPostgres({ dataDir: place.dataDir, onLost: options.onLost })
  const notices = embedded.notice === null ? [] : [embedded.notice]
  return opened(embedded.url, options, notices, () => embedded.stop())
}

/** The same for a short-lived program, which joins the server that `npm start` keeps running where there is one. */
export async function joinDatabase(place: Place, options: OpenOptions): Promise<OpenDatabase> {
  const running = place.databaseUrl === null ? await joinRunningPostgres(place.dataDir) : null
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
  return {
    db,
    notices,
    ping: async () => {
      await sql`select 1`.execute(db)
    },
    close: async () => {
      await db.destroy()
      await stopServer()
    },
  }
}

/** Prints what the operator can act on as one sentence, anything else whole; gives the exit code. */
export function reportFailure(error: unknown): number {
  if (error instanceof OperatorError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 1
}
