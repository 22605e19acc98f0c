import { Client } from 'pg'
import { connectionSettings } from './connect'
import { OperatorError } from './operator-error'

/** The oldest major version whose SQL we use (MERGE, `nulls not distinct`). */
const OLDEST_MAJOR = 15

interface Server {
  readonly version: number
  readonly encoding: string
  readonly read_only: boolean
}

/**
 * Proves that `DATABASE_URL` leads to a PostgreSQL that this program can work with, before anything relies on it.
 * @throws OperatorError with the reason and the way out; the password is never part of it.
 */
export async function reachDatabase(url: string): Promise<void> {
  const place = placeOf(url)
  const client = new Client(connectionSettings(url))
  // A connection that breaks between two queries reports twice; the query's own rejection is the one we read.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Server>(`
      select current_setting('server_version_num')::int / 10000 as version,
             current_setting('server_encoding') as encoding,
             pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as read_only`)
    refuseUnfit(rows[0] as Server, place)
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(explain(error, place), { cause: error })
  } finally {
    await client.end()
  }
}

/** What may be printed of a URL. */
function placeOf(url: string): string {
  const parts = URL.canParse(url) ? new URL(url) : null
  if (parts === null || !/^postgres(ql)?:$/.test(parts.protocol)) {
    throw new OperatorError('DATABASE_URL is not of the form postgres://user:password@host:5432/database.')
  }
  return `${parts.hostname || 'localhost'}:${parts.port || '5432'}${parts.pathname}`
}

function refuseUnfit(server: Server, place: string): void {
  if (server.version < OLDEST_MAJOR) {
    throw new OperatorError(
      `The PostgreSQL at ${place} is version ${server.version}; version ${OLDEST_MAJOR} or later is needed: upgrade it or point DATABASE_URL at another.`,
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new OperatorError(
      `The database at ${place} has the encoding ${server.encoding}; create one with ENCODING 'UTF8' and point DATABASE_URL at it.`,
    )
  }
  if (server.read_only) {
    throw new OperatorError(
      `The PostgreSQL at ${place} is read-only (a replica?): point DATABASE_URL at the primary server.`,
    )
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there: start PostgreSQL, or correct host and port',
  ENOTFOUND: 'the host name is not known: correct it',
  EAI_AGAIN: 'the host name cannot be looked up now: check the network',
  EHOSTUNREACH: 'there is no way to the host: check the network',
  ENETUNREACH: 'there is no way to the host: check the network',
  ETIMEDOUT: 'no answer in time: check host, port and firewall',
  ECONNRESET:
    'the connection was cut: check that it is a PostgreSQL, and whether it wants TLS (?sslmode=require)',
  '28P01': 'user or password is wrong',
  '28000':
    'the server does not let this user in from here: check pg_hba.conf, and whether it wants TLS (?sslmode=require)',
  '3D000': 'there is no database of that name: create it, or correct the name',
  '57P03': 'the server is starting up or shutting down: try again in a moment',
  '53300': 'the server has no connection left: raise max_connections or end other programs',
}

function explain(error: unknown, place: string): string {
  const { code, message } = error as { code?: string; message?: string }
  const late = /timeout/i.test(message ?? '') ? REASONS['ETIMEDOUT'] : undefined
  const reason = REASONS[code ?? ''] ?? late ?? `${message || code || String(error)}: correct DATABASE_URL`
  return `DATABASE_URL (${place}) cannot be used: ${reason}.`
}
