import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { endPrograms, production, startServer, type RunningServer } from '../../support/api/processes/program'

/** Like our nginx: keeps connections to each server for 4 s, goes to the next one only where none could be made. */
const KEEP_ALIVE_MS = 4_000
const BEHIND_PROXY = { TRUST_PROXY: '1', PUBLIC_ORIGIN: 'https://living-room.example' }

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await endPrograms()
  await database.drop()
})

const start = (port?: string) =>
  startServer({
    DATABASE_URL: database.databaseUrl,
    ...production(),
    ...BEHIND_PROXY,
    ...(port === undefined ? {} : { PORT: port }),
  })

function openProxy(ports: readonly string[]): Promise<Server> {
  const agents = ports.map(() => new Agent({ keepAlive: true, timeout: KEEP_ALIVE_MS, keepAliveMsecs: 500 }))
  let turn = 0
  const ask = (body: Buffer, came: IncomingMessage, which: number, tries = 1): Promise<number> =>
    new Promise<number>((settle, fail) => {
      const sent = request(
        {
          port: ports[which],
          host: '127.0.0.1',
          method: came.method,
          path: came.url,
          agent: agents[which],
          headers: {
            'content-type': 'application/json',
            'content-length': body.length,
            'x-forwarded-for': came.headers['x-forwarded-for'] ?? '',
          },
        },
        (answer) => {
          answer.resume()
          answer.on('end', () => settle(answer.statusCode ?? 0))
          answer.on('error', fail)
        },
      )
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED' && tries < ports.length)
          settle(ask(body, came, (which + 1) % ports.length, tries + 1))
        else fail(error)
      })
      sent.end(body)
    })
  const proxy = createServer((came, reply) => {
    const parts: Buffer[] = []
    came.on('data', (part: Buffer) => parts.push(part))
    came.on('end', () => {
      turn = (turn + 1) % ports.length
      ask(Buffer.concat(parts), came, turn).then(
        (status) => reply.writeHead(status).end(),
        (error: Error) => reply.writeHead(502).end(String(error)),
      )
    })
  })
  return new Promise((settle) => proxy.listen(0, '127.0.0.1', () => settle(proxy)))
}

const readiness = async ({ origin }: RunningServer) => {
  const paths = ['/livez', '/readyz', '/healthz']
  return Promise.all(paths.map(async (path) => (await fetch(`${origin}${path}`)).status))
}

it('two servers behind a proxy are restarted in turn, and no call fails', async () => {
  const servers = await Promise.all([start(), start()])
  const ports = servers.map(({ origin }) => new URL(origin).port)
  const proxy = await openProxy(ports)
  const { port } = proxy.address() as AddressInfo
  const statuses = new Map<string, number>()
  let isOver = false
  const person = async (number: number): Promise<void> => {
    for (let call = 0; !isOver; call += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/home.show`, {
        method: 'POST',
        body: '{}',
        // Each a resident of their own, as far as limits by address go.
        headers: { 'x-forwarded-for': `10.${number}.${call >> 8}.${call & 255}` },
      })
      const said = `${answer.status} ${answer.status === 200 ? '' : await answer.text()}`
      statuses.set(said, (statuses.get(said) ?? 0) + 1)
      await sleep(50)
    }
  }
  const people = Array.from({ length: 8 }, (_, number) => person(number))
  try {
    for (const [index, server] of servers.entries()) {
      expect(await readiness(server)).toEqual([200, 200, 200])
      const stopped = server.stop()
      // Until the signal has reached it.
      let draining = await readiness(server)
      while (draining[1] === 200) draining = await readiness(server)
      expect(draining).toEqual([200, 503, 503])
      expect((await stopped).code).toBe(0)
      servers[index] = await start(ports[index])
    }
  } finally {
    isOver = true
    await Promise.all(people)
    proxy.close()
    await Promise.all(servers.map((server) => server.stop()))
  }
  expect([...statuses.keys()]).toEqual(['200 '])
  expect(statuses.get('200 ')).toBeGreaterThan(100)
})
