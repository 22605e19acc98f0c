import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { Pool, type PoolClient, type QueryResult } from 'pg'
import { connectionSettings } from '../../cloud/database/connect'
import type { Recording } from './recording'
import { DATABASE_URL, POOL_SIZE, report, warn } from './served'

/** The least that answers the same: the recorded statements over Fastify and node-postgres, and nothing around them. */
const { read, write } = JSON.parse(readFileSync(process.env['RECORDING'] ?? '', 'utf8')) as Recording
const pool = new Pool({ ...connectionSettings(DATABASE_URL), max: POOL_SIZE })
pool.on('error', warn)

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A value of the recording that is another in each call stands there by its name. */
type Changing = Readonly<Record<string, unknown>>
const valuesOf = (values: readonly unknown[], changing: Changing): unknown[] =>
  values.map((value) =>
    typeof value === 'string' && Object.hasOwn(changing, value) ? changing[value] : value,
  )

interface Arrived {
  readonly resident_id: string
}

async function arrive(statement: Recording['read'][number], token: string): Promise<Arrived> {
  const { rows } = await pool.query<Arrived>(
    statement.text,
    valuesOf(statement.values, { '<tokenHash>': sha256(token) }),
  )
  if (typeof rows[0]?.resident_id !== 'string') throw new Error('the token is nobody’s')
  return rows[0]
}

const tokenOf = (header: string | undefined): string => (header ?? '').slice('Bearer '.length)

const server = fastify()

server.post('/api/home.show', async (request) => {
  const [arrival, ...rest] = read
  if (arrival === undefined) throw new Error('nothing was recorded')
  await arrive(arrival, tokenOf(request.headers.authorization))
  const [settings, directory, activities] = await Promise.all(
    rest.map(({ text, values }) => pool.query(text, [...values])),
  )
  const value = {
    subdistrict: settings?.rows,
    directory: directory?.rows[0] as unknown,
    activities: activities?.rows,
  }
  return { ok: true, value }
})

server.post<{ Body: { compoundId: string; requestId: string } }>(
  '/api/me.chooseCompound',
  async (request) => {
    const [arrival, ...rest] = write
    if (arrival === undefined) throw new Error('nothing was recorded')
    const { resident_id: residentId } = await arrive(arrival, tokenOf(request.headers.authorization))
    const { compoundId, requestId } = request.body
    const changing = {
      '<residentId>': residentId,
      '<requestId>': requestId,
      '<inputHash>': sha256(JSON.stringify({ compoundId })),
    }
    const client = await pool.connect()
    try {
      await replay(client, rest, changing)
    } finally {
      client.release()
    }
    return { ok: true, value: { compoundId } }
  },
)

async function replay(client: PoolClient, statements: Recording['write'], changing: Changing): Promise<void> {
  let last: QueryResult | null = null
  for (const { text, values } of statements) last = await client.query(text, valuesOf(values, changing))
  if (last?.command !== 'COMMIT') throw new Error('the recording of the write does not end with its commit')
}

server.listen({ host: '127.0.0.1', port: 0 }).then(
  () => report(server.server.address() as AddressInfo),
  (error: Error) => {
    warn(error)
    process.exitCode = 1
  },
)
