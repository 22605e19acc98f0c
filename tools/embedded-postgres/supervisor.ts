import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster'
import { explainFailure, isPassing } from './failure'
import type { Binaries } from './native-package'
import { readPostmaster, stopPostmaster } from './postmaster'

export interface Supervised {
  readonly port: number
  /** Resolves when PostgreSQL has ended, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly dataDir: string
  readonly binaries: Binaries
  readonly cluster: Cluster
  /** Survives a power failure; off only for databases that are thrown away. */
  readonly durable: boolean
  /** The supervisor deletes the data folder when PostgreSQL has ended. */
  readonly throwaway: boolean
}

/**
 * A shell between Node and PostgreSQL: it asks PostgreSQL to end when its standard input closes, which happens
 * even when Node is killed with -9, and ends itself when PostgreSQL does. `$0` is a folder to delete at the end, or ''.
 */
const SUPERVISOR = `
exec 3<&0 </dev/null
"$@" 3<&- & server=$!
( while read -r _ <&3; do :; done; kill -INT $server ) & watch=$!
trap "" INT HUP TERM
exec 3<&-
wait $server; code=$?
kill $watch 2>/dev/null
if [ -n "$0" ]; then rm -rf -- "$0"; fi
exit $code`

const START_ATTEMPTS = 20
const PAUSE_MS = 250
/** Recovery after a crash replays the log; it is waited for as long as the process lives, at most this long. */
const READY_WITHIN_MS = 120_000
const LOOK_AGAIN_MS = 15
const LOG_LIMIT_BYTES = 5 * 2 ** 20

/** Starts PostgreSQL on a free port of 127.0.0.1 and waits until it takes connections. */
export async function superviseServer(options: ServerOptions): Promise<Supervised> {
  const log = join(options.dataDir, 'postgres.log')
  await turnOver(log)
  for (let attempt = 1; ; attempt += 1) {
    const from = await sizeOf(log)
    const outcome = await startOnce(options, log)
    if (outcome !== null) return outcome
    const written = await readFrom(log, from)
    if (!isPassing(written) || attempt === START_ATTEMPTS) {
      throw explainFailure('PostgreSQL did not start', options.dataDir, written)
    }
    await sleep(PAUSE_MS)
  }
}

async function startOnce(options: ServerOptions, log: string): Promise<Supervised | null> {
  const port = await freePort()
  const shell = await spawnShell(options, port, log)
  const ended = new Promise<void>((resolve) => shell.once('close', () => resolve()))
  let running = true
  void ended.then(() => (running = false))
  const until = performance.now() + READY_WITHIN_MS
  while (running && performance.now() < until) {
    const said = await readPostmaster(options.cluster.folder)
    if (said?.ready && said.port === port) return { port, ended, stop: () => stop(shell, ended, said.pid) }
    await sleep(LOOK_AGAIN_MS)
  }
  shell.stdin?.end()
  await ended
  return null
}

async function spawnShell(options: ServerOptions, port: number, log: string): Promise<ChildProcess> {
  const { who, folder } = options.cluster
  // Never through a link that somebody else laid there: root writes this file.
  const out = await open(
    log,
    constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_NOFOLLOW,
    0o600,
  )
  try {
    const flags = Object.entries(settings(port, options)).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    const script = [
      '-c',
      SUPERVISOR,
      options.throwaway ? options.dataDir : '',
      options.binaries.postgres,
      '-D',
      folder,
      ...flags,
    ]
    const shell = spawn('/bin/sh', script, {
      ...who,
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' },
      stdio: ['pipe', out.fd, out.fd],
      // A session of its own: Ctrl-C in the terminal is for Node, which then stops PostgreSQL in order.
      detached: true,
    })
    await new Promise((resolve, fail) => shell.once('spawn', resolve).once('error', fail))
    // PostgreSQL must not keep a program alive that has nothing else to do.
    shell.unref()
    return shell
  } finally {
    await out.close()
  }
}

const settings = (
  port: number,
  { durable, throwaway, cluster }: ServerOptions,
): Readonly<Record<string, string>> => ({
  port: String(port),
  listen_addresses: '127.0.0.1',
  // Tests ask so often that the way through the network costs them a quarter of their time.
  unix_socket_directories: throwaway ? cluster.folder : '',
  fsync: durable ? 'on' : 'off',
  full_page_writes: durable ? 'on' : 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A statement that fails is the program's to report; here its values, people's data, would be written down.
  log_min_messages: 'log',
  log_checkpoints: 'off',
})

async function stop(shell: ChildProcess, ended: Promise<void>, pid: number): Promise<void> {
  shell.ref()
  shell.stdin?.end()
  await stopPostmaster(pid)
  await ended
}

/** Free a moment ago; should somebody be quicker, PostgreSQL says so and another is tried. */
function freePort(): Promise<number> {
  return new Promise((resolve, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

async function turnOver(log: string): Promise<void> {
  if ((await sizeOf(log)) > LOG_LIMIT_BYTES) await rename(log, `${log}.1`)
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 0
      throw error
    },
  )

/** The log from that byte on; a negative number counts from its end. */
export async function readFrom(log: string, offset: number): Promise<string> {
  const file = await open(log)
  try {
    const { size } = await file.stat()
    const from = offset < 0 ? Math.max(0, size + offset) : Math.min(offset, size)
    const { buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
    return buffer.toString('utf8')
  } finally {
    await file.close()
  }
}
