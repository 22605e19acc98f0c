import { sql } from 'kysely'
import { Client, escapeIdentifier, Pool, type PoolClient } from 'pg'
import { createDispatch, type Dispatch } from '../../cloud/app/dispatch'
import { connect, connectionSettings } from '../../cloud/database/connect'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import type { Statement } from './record-statements'

export interface Run {
  /** Pieces a second. */
  readonly rate: number
  /** Milliseconds of each piece. */
  readonly times: readonly number[]
}

function fail(error: Error): never {
  throw error
}

/** A whole crowd waits at one row on purpose: sessions that open from now on wait for it as long as it takes. */
async function liftTimeLimits(url: string): Promise<void> {
  const { username, pathname } = new URL(url)
  const role = `${escapeIdentifier(username)} in database ${escapeIdentifier(pathname.slice(1))}`
  const client = new Client(connectionSettings(url))
  await client.connect()
  for (const limit of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'])
    await client.query(`alter role ${role} set ${limit} = 0`)
  await client.end()
}

/** The backend behind dispatch on so many connections, all of them open, without HTTP around it. */
export async function openDispatch(
  url: string,
  connections: number,
): Promise<{ dispatch: Dispatch; close(): Promise<void> }> {
  await liftTimeLimits(url)
  const db = connect(url, { poolSize: connections, onIdleError: fail })
  const dispatch = createDispatch({
    db,
    handlers,
    limits: { perResident: Infinity, perAddress: Infinity, windowSeconds: 60 },
    gateways: { wechatLogin: wechatLoginWithout, holidays: announcedHolidays },
    onHandled: ({ error }) => {
      if (error instanceof Error) fail(error)
    },
  })
  await Promise.all(Array.from({ length: connections }, () => sql`select pg_sleep(0.2)`.execute(db)))
  return { dispatch, close: () => db.destroy() }
}

/** Does every piece of work, `hands` at a time. */
export async function runCrowd<Piece>(
  pieces: readonly Piece[],
  hands: number,
  work: (piece: Piece) => Promise<void>,
): Promise<Run> {
  const times: number[] = []
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (let piece = pieces[next++]; piece !== undefined; piece = pieces[next++]) {
        const begun = performance.now()
        await work(piece)
        times.push(performance.now() - begun)
      }
    }),
  )
  return { rate: (pieces.length / (performance.now() - started)) * 1_000, times }
}

/** What one attempt sends: who is it, and then its transaction. */
export interface Spoken {
  readonly arrival: Statement
  readonly transaction: readonly Statement[]
}

type Query = (this: Client, ...parts: unknown[]) => unknown

/** The statements of each attempt while `act` runs, told apart by their connections. */
export async function recordAttempts(act: () => Promise<unknown>): Promise<readonly Spoken[]> {
  const arrivals: Statement[] = []
  const transactions: Statement[][] = []
  const open = new Map<Client, Statement[]>()
  const prototype = Client.prototype as unknown as { query: Query }
  const real = prototype.query
  prototype.query = function (...parts) {
    const [text, values] = parts
    const statement = { text: String(text), values: Array.isArray(values) ? [...(values as unknown[])] : [] }
    if (statement.text === 'begin') open.set(this, [])
    const transaction = open.get(this)
    if (transaction === undefined) {
      // Warming up and lifting the limits are no attempts.
      if (!/pg_sleep|^alter role/.test(statement.text)) arrivals.push(statement)
    } else transaction.push(statement)
    if (transaction !== undefined && statement.text === 'commit') {
      transactions.push(transaction)
      open.delete(this)
    }
    return real.apply(this, parts)
  }
  try {
    await act()
  } finally {
    prototype.query = real
  }
  return transactions.map((transaction, index) => {
    const arrival = arrivals[index]
    if (arrival === undefined) throw new Error('an attempt was recorded without its arrival')
    return { arrival, transaction }
  })
}

/** The least that does the same: the recorded statements over node-postgres, and nothing around them. */
async function openBare(url: string, connections: number) {
  await liftTimeLimits(url)
  const pool = new Pool({ ...connectionSettings(url), max: connections })
  pool.on('error', fail)
  await Promise.all(Array.from({ length: connections }, () => pool.query('select pg_sleep(0.2)')))
  const speak = async (client: PoolClient, statements: readonly Statement[]): Promise<void> => {
    for (const { text, values } of statements) await client.query(text, [...values])
  }
  return {
    replay: async ({ arrival, transaction }: Spoken): Promise<void> => {
      await pool.query(arrival.text, [...arrival.values])
      const client = await pool.connect()
      try {
        await speak(client, transaction)
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

/** One side at a time: the server has no room for the connections of both. */
export async function replayBare(url: string, connections: number, spoken: readonly Spoken[]): Promise<Run> {
  const { replay, close } = await openBare(url, connections)
  try {
    return await runCrowd(spoken, connections, replay)
  } finally {
    await close()
  }
}
