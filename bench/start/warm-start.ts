import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DATA_PACK } from '../support/database'
import { freePort } from '../support/port'

const ROUNDS = 3
const LOOK_MS = 10
/** The first start may have everything to build. */
const PATIENCE_MS = 15 * 60_000

/** Seconds from `npm start` to `/healthz`, after one start that builds, makes the database and loads the pack. */
export async function measureWarmStarts(): Promise<number[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'caoyang-bench-start-'))
  try {
    await startOnce(dataDir)
    const seconds: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) seconds.push(await startOnce(dataDir))
    return seconds
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATA_PACK },
    stdio: ['ignore', 'ignore', 'pipe'],
    // npm and what it starts, so that all of it can be ended together.
    detached: true,
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = new Promise<void>((settle) => child.once('close', () => settle()))
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}: ${complaint}`)
      if (performance.now() - began > PATIENCE_MS) throw new Error('npm start is not ready after 15 minutes')
      await sleep(LOOK_MS)
    }
    return (performance.now() - began) / 1000
  } finally {
    endGroup(child)
    await ended
  }
}

/** Nobody listens, or only the look whether the port is free: the reasons to look again. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET'])

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok
  } catch (error) {
    if (NOT_YET.has((error as { cause?: { code?: string } }).cause?.code ?? '')) return false
    throw error
  }
}

function endGroup(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT')
}
