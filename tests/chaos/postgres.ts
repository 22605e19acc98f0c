import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statfsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../tools/embedded-postgres'

/** Of the disk that the database has for itself: more than all rounds write. */
const DISK_MB = 2_048

export interface FragilePostgres {
  /** Address of the database as it is now; the port is another after a restart. */
  readonly url: () => string
  readonly superuserUrl: () => string
  /** `kill -9` of its first process, as the out-of-memory killer or a power failure ends it. */
  kill(): Promise<void>
  /** `kill -9` of one session's process: PostgreSQL throws out everybody and recovers. */
  killSession(): Promise<void>
  /** Starts it where it has ended, however that came. Gives whether that was needed. */
  ensureRunning(): Promise<boolean>
  /** `null` where no disk of its own can be had: that takes root. */
  readonly disk: { fill(): void; makeRoom(): void } | null
  stop(): Promise<void>
}

/**
 * An embedded PostgreSQL that survives what is done to it: it writes to the disk as in service. As root on a disk of its
 * own, which can be filled without harm to anything else.
 */
export async function startFragilePostgres(onStarted: (port: number) => void): Promise<FragilePostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'caoyang-chaos-'))
  await chmod(folder, 0o711)
  const isOwnDisk = process.getuid?.() === 0 && process.platform === 'linux' && mount(folder)
  let hasEnded = true
  let server: EmbeddedPostgres | null = null

  const running = (): EmbeddedPostgres => {
    if (server === null) throw new Error('PostgreSQL was not started')
    return server
  }
  const ensureRunning = async (): Promise<boolean> => {
    if (!hasEnded) return false
    await server?.stop()
    hasEnded = false
    server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), onLost: () => (hasEnded = true) })
    onStarted(Number(new URL(server.url).port))
    return true
  }
  const firstPid = (): number =>
    Number(readFileSync(join(running().dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

  await ensureRunning()
  return {
    url: () => running().url,
    superuserUrl: () => running().superuserUrl,
    ensureRunning,
    async kill() {
      process.kill(firstPid(), 'SIGKILL')
      while (!hasEnded) await new Promise((settle) => setTimeout(settle, 20))
    },
    killSession() {
      const [session] = sessionsOf(firstPid())
      if (session !== undefined) process.kill(session, 'SIGKILL')
      return Promise.resolve()
    },
    disk: isOwnDisk
      ? {
          fill: () => resize(folder, `${usedKb(folder)}k`),
          makeRoom: () => resize(folder, `${DISK_MB}m`),
        }
      : null,
    async stop() {
      await server?.stop()
      if (isOwnDisk) execFileSync('umount', [folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function mount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=711`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
    return true
  } catch (error) {
    // A container may forbid its root to mount.
    if ((error as { status?: number }).status !== undefined) return false
    throw error
  }
}

const resize = (folder: string, size: string): void =>
  void execFileSync('mount', ['-o', `remount,size=${size}`, folder], { stdio: 'ignore' })

function usedKb(folder: string): number {
  const { blocks, bfree, bsize } = statfsSync(folder)
  return Math.ceil(((blocks - bfree) * bsize) / 1_024)
}

/** Processes of PostgreSQL that serve a session of the programs. */
function sessionsOf(first: number): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 0)
    .filter((pid) => {
      try {
        const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
        return (
          parent === first &&
          /^postgres: \S+ \S+ 127\.0\.0\.1/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
        )
      } catch (error) {
        // It ended meanwhile.
        if (['ENOENT', 'ESRCH'].includes(String((error as NodeJS.ErrnoException).code))) return false
        throw error
      }
    })
}
