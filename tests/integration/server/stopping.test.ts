import { connect, type AddressInfo, type Socket } from 'node:net'
import { handlers } from '../../../cloud/handlers'
import { openHouse, type House } from '../../support/api/house'
import { openHttp, type HttpHouse } from '../../support/api/http'

let go = (): void => undefined
const gate = new Promise<void>((settle) => {
  go = settle
})
let begun = (): void => undefined
const isRunning = new Promise<void>((settle) => {
  begun = settle
})

let house: House
let http: HttpHouse
beforeAll(async () => {
  house = await openHouse({
    handlers: {
      'home.show': async (input, context) => {
        begun()
        await gate
        return handlers['home.show'](input, context)
      },
    },
  })
  http = await openHttp(house)
  await http.server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  go()
  await house.close()
})

const call = (endpoint: string): string =>
  `POST /api/${endpoint} HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`

async function openSocket(): Promise<{ socket: Socket; closed: Promise<string> }> {
  const { port } = http.server.server.address() as AddressInfo
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
