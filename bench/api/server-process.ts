import { spawn } from 'node:child_process'
import { PORT_CHANNEL } from './served'

export interface ServerProcess {
  readonly port: number
  stop(): Promise<void>
}

/** One of the servers in a process of its own; its log is written and goes nowhere. */
export async function startServerProcess(
  program: string,
  env: Record<string, string>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['scripts/run.mjs', program], {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const ended = new Promise<void>((settle) => child.once('close', () => settle()))
  const port = await new Promise<number>((settle, fail) => {
    child.stdio[PORT_CHANNEL]?.once('data', (chunk: Buffer) => settle(Number(chunk.toString())))
    void ended.then(() => fail(new Error(`${program} ended before it listened`)))
  })
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
