import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { pino } from 'pino'
import { describeError } from '../../../cloud/app/describe-error'
import { openDatabase } from '../../../cloud/setup/open-database'
import { openApi, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'

let api: TestApi
let http: HttpApi
let demo: HttpApi
let origin: { readonly port: number }
const lines: string[] = []
const log = pino(
  { serializers: { err: describeError } },
  new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString())
      done()
    },
  }),
)
beforeAll(async () => {
  api = await openApi({ frozenAt: '2026-11-22T01:00:00.000Z' })
  http = await openHttp(api, { log })
  demo = await openHttp(api, { isDemo: true })
  await http.server.listen({ host: '127.0.0.1', port: 0 })
  origin = http.server.server.address() as AddressInfo
})
afterAll(async () => {
  await demo.close()
  await http.close()
  await api.close()
})

const get = (url: string, headers: Record<string, string> = {}) => http.server.inject({ url, headers })

describe('/metrics', () => {
  it.each([
    'via',
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-real-ip',
    'cf-connecting-ip',
    'x-forwarded',
    'x-cluster-client-ip',
    'proxy-client-ip',
    'wl-proxy-client-ip',
    'ali-cdn-real-ip',
    'cdn-src-ip',
    'x-envoy-external-address',
    'x-original-forwarded-for',
    'x-amzn-trace-id',
  ])('is closed to what comes through a proxy that adds only %s', async (header) => {
    expect((await get('/metrics', { [header]: '1.1 proxy' })).statusCode).toBe(403)
  })
  it('is closed under any name but that of this machine, open on it', async () => {
    expect((await get('/metrics', { host: 'caoyang.example' })).statusCode).toBe(403)
    expect((await get('/metrics', { host: 'localhost:8787' })).statusCode).toBe(200)
  })
})

describe('a demonstration', () => {
  const ask = (host: string) =>
    demo.server.inject({
      method: 'POST',
      url: '/api/home.show',
      headers: { host, 'content-type': 'application/json' },
      payload: '{}',
    })
  it.each(['evil.example', 'evil.example:8787', '127.0.0.1.evil.example', 'localhost.evil.example'])(
    'is not for a page that calls it %j',
    async (host) => {
      expect((await ask(host)).statusCode).toBe(421)
    },
  )
  it.each(['127.0.0.1:8787', 'localhost', '[::1]:8787'])('answers as %s', async (host) => {
    expect((await ask(host)).statusCode).toBe(200)
  })
})

describe('a post without a body', () => {
  const start = (headers: Record<string, string>) =>
    http.server.inject({ method: 'POST', url: '/api/screen.startPairing', headers })
  const pairings = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from screen_pairing`.execute(api.db)).rows[0]?.n
  it('of a page elsewhere starts no pairing', async () => {
    const before = await pairings()
    expect((await start({ origin: 'https://evil.example' })).statusCode).toBe(400)
    expect((await start({ origin: 'null' })).statusCode).toBe(400)
    expect(await pairings()).toBe(before)
  })
  it('of no page counts as an empty input', async () => {
    expect((await start({})).statusCode).toBe(200)
  })
})

it.each([
  '/c/x/abc',
  '/p/x',
  '/nothing.js',
  '/files/',
  '/files/nothing',
  '/desk',
  '/api/nothing',
  '/livez',
  '/metrics',
])('%s says how long it may be kept', async (url) => {
  expect((await get(url)).headers['cache-control']).toMatch(/^no-(?:store|cache)$/)
})

describe('health', () => {
  const open = (ping: () => Promise<void>) => openHttp(api, { ping })
  it('is what readiness is, and says no while the database cannot be written to', async () => {
    const full = await open(() => Promise.reject(new Error('no space left on device')))
    const statuses = await Promise.all(
      ['/readyz', '/healthz', '/livez'].map(async (url) => (await full.server.inject(url)).statusCode),
    )
    await full.close()
    expect(statuses).toEqual([503, 503, 200])
  })

  it('asks the database to write, not only to answer', async () => {
    const settings = { databaseUrl: api.databaseUrl, dataDir: '', mayEmbed: false }
    const nothing = () => undefined
    const options = { applicationName: 'probe', poolSize: 1, onIdleError: nothing, onLost: nothing }
    const database = await openDatabase(settings, options)
    const name = new URL(api.databaseUrl).pathname.slice(1)
    const setReadOnly = (value: 'on' | 'off') =>
      sql`alter database ${sql.id(name)} set default_transaction_read_only = ${sql.raw(value)}`.execute(
        api.db,
      )
    try {
      // As on a full disk: what is read is answered, what is written is not. Its first connection meets it so.
      await setReadOnly('on')
      await expect(database.ping()).rejects.toThrow('read-only')
    } finally {
      await setReadOnly('off')
      await database.close()
    }
    const again = await openDatabase(settings, options)
    await expect(again.ping()).resolves.toBeUndefined()
    await again.close()
  })
})

describe('connections that are reset', () => {
  it('two hundred of them leave no error line and no fault of ours', async () => {
    lines.length = 0
    await Promise.all(
      Array.from(
        { length: 200 },
        (_, index) =>
          new Promise<void>((settle) => {
            const socket = connect(origin.port, '127.0.0.1', () => {
              const body = index % 2 === 0 ? '{"a' : '{}'
              socket.write(
                `POST /api/home.show HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${index % 2 === 0 ? 500 : 2}\r\n\r\n${body}`,
                () => setTimeout(() => socket.resetAndDestroy(), index % 20),
              )
            })
            socket.on('error', () => undefined)
            socket.on('close', () => settle())
          }),
      ),
    )
    const { server } = http.server
    while ((await promisify(server.getConnections.bind(server))()) > 0) await setImmediate()
    // Behind them on the same loop: whatever a reset writes is written by then.
    expect((await get('/livez')).statusCode).toBe(200)
    expect(lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 40)).toEqual([])
  })
})

describe('the time of the server', () => {
  it('stands in every answer beside ok, in a refusal and a fault too, and says when it was moved', async () => {
    const raw = async (name: string, input: unknown) =>
      api.dispatch({ endpoint: name, input, token: null, openid: null, address: '203.0.113.7' })
    const at = '2026-11-22T01:00:00.000Z'
    for (const [name, input] of [
      ['home.show', {}],
      ['checkIn.open', { code: 'nonsense' }],
      ['me.show', {}],
      ['office.show', { officeId: 7 }],
    ] as const) {
      const { at: said, moved } = await raw(name, input)
      expect({ at: said, moved }).toEqual({ at, moved: undefined })
    }
    expect(await raw('no.such', {})).toMatchObject({
      at: expect.stringContaining('2026-11-22T01:') as unknown,
    })
    await api.call('demo.setNow', { instant: '2026-12-01T01:00:00.000Z' })
    expect(await raw('home.show', {})).toMatchObject({ at: '2026-12-01T01:00:00.000Z', moved: true })
  })
})
