import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { figure, type Figure } from '../figure'
import { withBenchDatabase, type BenchDatabase } from '../support/database'
import { median } from '../support/median'
import { askAround } from './load'
import { signInPeople, type Person } from './people'
import { recordCalls } from './recording'
import { startServerProcess } from './server-process'

const CONNECTIONS = 8
/** More than connections, so that no two writes wait for the same resident's row. */
const PEOPLE = 64
const ROUNDS = 25
const ROUND_MS = 500
/** Before it counts: the compilers of both servers get warm. */
const WARM_UP_MS = 2_000
/** Of the rate of the same statements and round trips in bare Fastify and node-postgres. */
const LEAST_SHARE = 0.7

/** The group `api`: what dispatch costs beside the bare statements, measured in turn in one run. */
export const measure = (): Promise<Figure[]> =>
  withBenchDatabase(async (database) => {
    const people = await signInPeople(database.db, PEOPLE)
    const compound = await database.db.selectFrom('compound').select('id').limit(1).executeTakeFirstOrThrow()
    const folder = await mkdtemp(join(tmpdir(), 'caoyang-bench-api-'))
    const recording = join(folder, 'recording.json')
    const [first] = people
    if (first === undefined) throw new Error('there is nobody to call')
    await writeFile(recording, JSON.stringify(await recordCalls(database.db, first, compound.id)))
    try {
      return await measureBoth(database, recording, requestsOf(people, compound.id))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

type Requests = Readonly<Record<'read' | 'write', () => string>>

async function measureBoth({ url }: BenchDatabase, recording: string, requests: Requests): Promise<Figure[]> {
  const env = { DATABASE_URL: url, RECORDING: recording, PAGES: dirname(recording) }
  const ours = await startServerProcess('bench/api/ours.ts', env)
  const bare = await startServerProcess('bench/api/bare.ts', env)
  try {
    const figures: Figure[] = []
    for (const kind of ['read', 'write'] as const) {
      const rates = await compare(ours.port, bare.port, requests[kind])
      const name = kind === 'read' ? 'home.show, signed in' : 'me.chooseCompound'
      figures.push(
        figure('api', `${name}: calls a second through dispatch`, median(rates.ours), '/s'),
        figure('api', `${name}: the same statements in bare Fastify and pg`, median(rates.bare), '/s'),
        figure('api', `${name}: share of the bare rate`, median(rates.share), '×', { least: LEAST_SHARE }),
      )
    }
    return figures
  } finally {
    await ours.stop()
    await bare.stop()
  }
}

interface Rates {
  readonly ours: number[]
  readonly bare: number[]
  readonly share: number[]
}

/** In turn, and in changing order, so that whatever else the machine does meets both. */
async function compare(ours: number, bare: number, next: () => string): Promise<Rates> {
  const ask = (port: number, milliseconds: number) => askAround(port, CONNECTIONS, milliseconds, next)
  await ask(ours, WARM_UP_MS)
  await ask(bare, WARM_UP_MS)
  const rates: Rates = { ours: [], bare: [], share: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const oursFirst = round % 2 === 0
    const first = await ask(oursFirst ? ours : bare, ROUND_MS)
    const second = await ask(oursFirst ? bare : ours, ROUND_MS)
    const [our, their] = oursFirst ? [first, second] : [second, first]
    rates.ours.push(our)
    rates.bare.push(their)
    rates.share.push(our / their)
  }
  return rates
}

function requestsOf(people: readonly Person[], compoundId: string): Requests {
  let calls = 0
  const request = (endpoint: string, input: object): string => {
    const body = JSON.stringify(input)
    const person = people[(calls += 1) % people.length]
    return [
      `POST /api/${endpoint} HTTP/1.1`,
      'host: bench',
      'content-type: application/json',
      `authorization: Bearer ${person?.token ?? ''}`,
      `content-length: ${body.length}`,
      '',
      body,
    ].join('\r\n')
  }
  return {
    read: () => request('home.show', {}),
    write: () => request('me.chooseCompound', { compoundId, requestId: randomUUID() }),
  }
}
