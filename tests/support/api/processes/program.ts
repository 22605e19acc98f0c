import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PACK_FOLDER } from '../test-api'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Program {
  readonly child: ChildProcess
  readonly stdout: () => string
  readonly ended: Promise<Ended>
}

/** What a production program needs beside a database, where nobody means WeChat itself. */
export const PRODUCTION = {
  PHONE_KEY: 'of the tests alone: 5b02e7d1c49f8a36',
  WITHOUT_WECHAT: '1',
} as const

let realPack = ''

/** The same for a server, which takes no pack with samples: the fixture pack, its samples declared to be meant. */
export function production(): Record<string, string> {
  if (realPack === '') {
    realPack = mkdtempSync(join(tmpdir(), 'caoyang-pack-'))
    cpSync(PACK_FOLDER, realPack, { recursive: true })
    const activities = join(realPack, 'activities.csv')
    writeFileSync(activities, readFileSync(activities, 'utf8').replace(/,是$/gm, ',否'))
    process.once('exit', () => rmSync(realPack, { recursive: true, force: true }))
  }
  return { ...PRODUCTION, DATA_PACK: realPack }
}

const running = new Set<ChildProcess>()

/** Ends what a test started and lost sight of, when it failed half-way; call it after each test that starts programs. */
export async function endPrograms(): Promise<void> {
  for (const child of running) child.kill('SIGKILL')
  while (running.size > 0) await new Promise((settle) => setTimeout(settle, 10))
}

/** One of our bundled programs as an operator starts it: nothing of the tests' own environment reaches it. */
export function startProgram(
  name: 'server' | 'jobs' | 'staff' | 'backup' | 'database' | 'pack',
  env: Record<string, string>,
  args: string[] = [],
): Program {
  const bundle = resolve('dist', name, 'main.cjs')
  if (!existsSync(bundle)) throw new Error(`${bundle} is not built: run node scripts/bundle.mjs, or npm test`)
  const child = spawn(process.execPath, [bundle, ...args], {
    env: { PATH: process.env['PATH'] ?? '', DATA_PACK: PACK_FOLDER, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const ended = new Promise<Ended>((settle) =>
    child.once('close', (code, signal) => settle({ code, signal, stdout, stderr })),
  )
  return { child, stdout: () => stdout, ended }
}

export interface RunningServer extends Program {
  readonly origin: string
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<Ended>
}

/** The bundled server on a port of its own, or the one that is named; listening when this settles. */
export async function startServer(env: Record<string, string>): Promise<RunningServer> {
  const port = env['PORT'] ?? String(await freePort())
  const dataDir = await mkdtemp(join(tmpdir(), 'caoyang-server-'))
  const program = startProgram('server', { DATA_DIR: dataDir, ...env, PORT: port })
  const origin = `http://127.0.0.1:${port}`
  const gone = program.ended.then(({ code, stderr }) => {
    throw new Error(`the server ended with ${code} before it listened: ${stderr}`)
  })
  await Promise.race([listening(program.child), gone])
  // From here on its end is what `stop` waits for.
  gone.catch(() => undefined)
  return {
    ...program,
    origin,
    stop: async () => {
      program.child.kill('SIGTERM')
      const ended = await program.ended
      await rm(dataDir, { recursive: true, force: true })
      return ended
    },
  }
}

const listening = (child: ChildProcess): Promise<void> =>
  new Promise((settle) => {
    const look = (chunk: Buffer): void => {
      if (!chunk.toString().includes('Ctrl-C')) return
      child.stdout?.off('data', look)
      settle()
    }
    child.stdout?.on('data', look)
  })

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((settle) => probe.listen(0, '127.0.0.1', settle))
  const { port } = probe.address() as AddressInfo
  await new Promise((settle) => probe.close(settle))
  return port
}
