import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../../cloud/database/operator-error'
import { readCredentials } from './credentials'
import { chooseDataFolder } from './data-folder'
import { commandLine, processStamp } from './process-stamp'
import { programsUrl } from './programs-role'

interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** Lines of `postmaster.pid`, counted from 0 (PostgreSQL's `pidfile.h`). */
const PID = 0
const PORT = 3
const STATUS = 7

const FAST_STOP_MS = 20_000
const IMMEDIATE_STOP_MS = 10_000
const LOOK_AGAIN_MS = 20

/** What PostgreSQL says of itself in its data directory; null when it has not said (or no longer says) anything. */
export async function readPostmaster(folder: string): Promise<Postmaster | null> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )
  const lines = text?.split('\n') ?? []
  const pid = Number(lines[PID])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[PORT]), ready: lines[STATUS]?.trim() === 'ready' }
}

/**
 * Ends a PostgreSQL that an earlier owner left running on this folder, for example after `kill -9`. The caller
 * holds the folder's claim. Crash recovery on the next start makes even the hard way safe for committed rows.
 */
export async function stopLeftover(folder: string): Promise<void> {
  const left = await readPostmaster(folder)
  if (left === null || processStamp(left.pid) === null) return
  if (!isServerOf(left.pid, folder)) {
    // Another process has that number now (after a reboot); PostgreSQL would take it for a rival and refuse.
    await rm(join(folder, 'postmaster.pid'))
    return
  }
  await stopPostmaster(left.pid)
}

/** Fast shutdown, then the immediate one. @throws OperatorError when the process survives both. */
export async function stopPostmaster(pid: number): Promise<void> {
  const stamp = processStamp(pid)
  if (stamp === null) return
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ] as const) {
    signalIfThere(pid, signal)
    if (await isGone(pid, stamp, patience)) return
  }
  throw new OperatorError(
    `PostgreSQL (process ${pid}) does not end: end it with kill ${pid}, then start again.`,
  )
}

const isServerOf = (pid: number, folder: string): boolean => {
  const line = commandLine(pid)
  return line !== null && line.includes('postgres') && line.includes(folder)
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function isGone(pid: number, stamp: string, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs
  while (processStamp(pid) === stamp) {
    if (performance.now() > until) return false
    await sleep(LOOK_AGAIN_MS)
  }
  return true
}

/**
 * The address of the embedded PostgreSQL that another process (`npm start`) keeps running on this data folder;
 * null when none runs. For short-lived programs such as jobs: they never start a server of their own beside it.
 */
export async function joinRunningPostgres(dataDir: string): Promise<string | null> {
  const chosen = await chooseDataFolder(dataDir)
  const folder = join(chosen.dataDir, 'postgres')
  const running = await readPostmaster(folder)
  if (running === null || !running.ready || !(commandLine(running.pid) ?? '').includes(folder)) return null
  const { programs } = await readCredentials(chosen.dataDir)
  return programsUrl(running.port, programs)
}
