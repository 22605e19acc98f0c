import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withoutTime } from '../without-time'
import { PRODUCTION } from './program'

export interface CloudFunction {
  /** One call, its answer without the server's time, with WeChat's word on who calls; null for a call without a login, as from a Moments page. */
  call(event: unknown, openid: string | null): Promise<Record<string, unknown>>
  /** All that the function has written so far: what the cloud's log service would keep. */
  readonly written: () => string
  close(): Promise<void>
}

const HOST = join(__dirname, 'function-host.cjs')

/** The bundle that is deployed, run in a process of its own as CloudBase does. */
export async function openCloudFunction(
  name: string,
  databaseUrl: string,
  secrets: Readonly<Record<string, string>> = {},
): Promise<CloudFunction> {
  const bundle = resolve('dist/functions', name, 'index.js')
  if (!existsSync(bundle)) throw new Error(`${bundle} is not built: run node scripts/bundle.mjs, or npm test`)
  const child = fork(HOST, [bundle], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, ...PRODUCTION, ...secrets },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let written = ''
  child.stdout?.on('data', (chunk: Buffer) => (written += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (written += chunk.toString()))
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()))
  const waiting = new Map<string, (message: Message) => void>()
  const next = (id: string) =>
    new Promise<Message>((settle, fail) => {
      waiting.set(id, settle)
      void ended.then(() => fail(new Error(`the function's process ended: ${written}`)))
    })
  child.on('message', (message: Message) => {
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  await next('ready')
  let calls = 0
  return {
    call: async (event, openid) => {
      const id = String((calls += 1))
      child.send({ id, event, openid, listed: openid !== null })
      const { answer, thrown } = await next(id)
      if (answer === undefined) throw new Error(`the function threw: ${thrown}`)
      return withoutTime(answer)
    },
    written: () => written,
    close: async () => {
      child.disconnect()
      await ended
    },
  }
}

interface Message {
  readonly id: string
  readonly answer?: Record<string, unknown>
  readonly thrown?: string
}
