import { connect, type AddressInfo, type Socket } from 'node:net'
import { handlers } from '../../../cloud/handlers'
import { runJobs } from '../../../cloud/jobs/run'
import type { Deadlines } from '../../../cloud/server/http-server'
import { openApi, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'

let go = (): void => undefined
const gate = new Promise<void>((settle) => {
  go = settle
})
let begun = (): void => undefined
const isRunning = new Promise<void>((settle) => {
  begun = settle
})

let api: TestApi
let http: HttpApi
beforeAll(async () => {
  api = await openApi({
    handlers: {
      'home.show': async (input, context) => {
        begun()
        await gate
        return handlers['home.show'](input, context)
      },
    },
  })
  http = await openHttp(api)
  await http.server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  go()
  await api.close()
})

const call = (endpoint: string): string =>
  `POST /api/${endpoint} HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`

async function openSocket(at: HttpApi = http): Promise<{ socket: Socket; closed: Promise<string> }> {
  const { port } = at.server.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  let read = ''
  socket.on('data', (chunk) => (read += chunk.toString()))
  const closed = new Promise<string>((settle) => socket.on('close', () => settle(read)))
  await new Promise<void>((settle) => socket.once('connect', settle))
  return { socket, closed }
}

it('while it stops, the server finishes what it has begun and sends whoever is new elsewhere', async () => {
  const [running, late] = [await openSocket(), await openSocket()]
  running.socket.write(call('home.show'))
  await isRunning
  const stopped = http.close()
  late.socket.write(call('office.list'))
  expect(await late.closed).toMatch(/^HTTP\/1\.1 503 [\s\S]*connection: close/i)
  go()
  const answer = await running.closed
  expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close/i)
  expect(answer).toContain('云溪街道')
  await stopped
})

const HALF_A_REQUEST =
  'POST /api/office.list HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{'
const NEVER = 3_600_000

async function listen(deadlines: Partial<Deadlines>): Promise<HttpApi> {
  const opened = await openHttp(api, {
    deadlines: { headersMs: NEVER, requestMs: NEVER, lookEveryMs: 20, stopMs: NEVER, ...deadlines },
  })
  await opened.server.listen({ host: '127.0.0.1', port: 0 })
  return opened
}

it('a request whose body never comes does not keep the server from stopping', async () => {
  const stopped = await listen({ stopMs: 100 })
  const { socket, closed } = await openSocket(stopped)
  socket.write(HALF_A_REQUEST)
  const { socket: whole, closed: answered } = await openSocket(stopped)
  whole.write(call('office.list').replace('host: here', 'host: here\r\nconnection: close'))
  expect(await answered).toMatch(/^HTTP\/1\.1 200/)
  await stopped.close()
  await closed
})

it.each([
  ['headers', { headersMs: 100 }, 'POST /api/office.list HTTP/1.1\r\nhost: he'],
  ['body', { headersMs: 50, requestMs: 100 }, HALF_A_REQUEST],
])('a connection whose %s never come whole is closed in service too', async (_what, deadlines, sent) => {
  const serving = await listen(deadlines)
  const { socket, closed } = await openSocket(serving)
  socket.write(sent)
  expect(await closed).toMatch(/^HTTP\/1\.1 408/)
  await serving.close()
})

it('a round of jobs that is running ends after the piece of work at hand', async () => {
  const stopping = new AbortController()
  const reports = runJobs(api.served, {
    sendMessage: () => Promise.resolve('sent'),
    stopping: stopping.signal,
  })
  stopping.abort()
  expect(await reports).toEqual([])
})
