import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Instant } from '../../core/kernel/shanghai-time'
import { connect, type Database } from '../database/connect'
import { OperatorError } from '../database/operator-error'
import { encryptFor, type Recipient } from './age'
import {
  dumpableState,
  emptySchema,
  holdSnapshot,
  rowCounts,
  serverMajorOf,
  type DumpableState,
} from './database-state'
import { nameOf, writeSealed, writeWhole, type About } from './files'
import { writeErasures } from './erasure-list'
import { refuseOldPrograms, startProgram, type ProgramFolder } from './postgres-programs'

export interface BackupOptions {
  readonly db: Database
  readonly url: string
  readonly folder: string
  readonly recipient: Recipient
  readonly programs: ProgramFolder
  /** Emptied, filled from the dump and emptied again; null where the operator said why not. */
  readonly scratchUrl: string | null
  readonly now: Instant
}

export interface MadeBackup {
  readonly path: string
  readonly about: About
}

/**
 * Dumps the database as it stands at one instant, encrypted as it flows; the same bytes are restored into the scratch
 * database meanwhile, and every table's rows counted there and here. Only what came out whole gets its name.
 * @throws OperatorError where anything is missing or differs
 */
export async function makeBackup(options: BackupOptions): Promise<MadeBackup> {
  const { db, folder, recipient, now } = options
  await refuseOldPrograms(options.programs, await serverMajorOf(db))
  const path = join(folder, nameOf('dump', now))
  let hash = ''
  const state = await holdSnapshot(db, async (tx, snapshot) => {
    const found = await dumpableState(tx)
    await writeWhole(path, async (temporary) => {
      hash = await dumpInto(temporary, options, snapshot, found)
    })
    return found
  })
  const { size } = await stat(path)
  const about: About = { ...state, madeAt: now, sha256: hash, bytes: size }
  await writeSealed(join(folder, nameOf('about', now)), about, recipient)
  await writeErasures({ db, folder, recipient, now })
  return { path, about }
}

/** Gives the SHA-256 of what it wrote. */
async function dumpInto(
  temporary: string,
  { url, recipient, programs, scratchUrl }: BackupOptions,
  snapshot: string,
  state: DumpableState,
): Promise<string> {
  const dump = startProgram(programs, 'pg_dump', url, [
    '--format=custom',
    '--no-owner',
    '--no-privileges',
    '--no-unlogged-table-data',
    `--snapshot=${snapshot}`,
  ])
  dump.stdin.end()
  const file = await open(temporary, 'wx', 0o600)
  const hash = createHash('sha256')
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const check = scratchUrl === null ? null : await startCheck(scratchUrl, programs)
  try {
    await Promise.all([
      dump.ended,
      pipeline(
        dump.stdout,
        beside(check?.input ?? null),
        encryptFor(recipient),
        counted,
        file.createWriteStream(),
      ),
      check?.restored,
    ])
    await check?.compare(state.rows)
  } catch (error) {
    dump.stop()
    check?.stop()
    throw error
  } finally {
    await check?.clear()
  }
  return hash.digest('hex')
}

/** Passes everything on, and hands the same to `other`, at the pace of the slower one. */
function beside(other: NodeJS.WritableStream | null): Transform {
  if (other === null) return new PassThrough()
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      this.push(chunk)
      // Whoever has ended already is told of by its own end; nothing waits for it.
      if (other.write(chunk) || !other.writable) return done()
      const goOn = (): void => {
        other.off('drain', goOn).off('close', goOn)
        done()
      }
      other.on('drain', goOn).on('close', goOn)
    },
    flush(done) {
      other.end()
      done()
    },
  })
}

async function startCheck(scratchUrl: string, programs: ProgramFolder) {
  const scratch = connect(scratchUrl, { poolSize: 1, onIdleError: () => undefined })
  await emptySchema(scratch)
  const restore = startProgram(programs, 'pg_restore', scratchUrl, [
    '--no-owner',
    '--no-privileges',
    '--exit-on-error',
  ])
  restore.stdout.resume()
  return {
    input: restore.stdin,
    restored: restore.ended,
    stop: () => restore.stop(),
    compare: async (wanted: DumpableState['rows']): Promise<void> => {
      const differences = differencesOf(wanted, await rowCounts(scratch))
      if (differences.length > 0)
        throw new OperatorError(`The backup does not come back as it was dumped: ${differences.join('; ')}.`)
    },
    // What is restored there is somebody's, and lies there no longer than it takes to count it.
    clear: async (): Promise<void> => {
      try {
        // Whether it succeeded is `restored`'s to say; here only that it is over.
        await restore.ended.catch(() => undefined)
        await emptySchema(scratch)
      } finally {
        await scratch.destroy()
      }
    },
  }
}

/** One part of a sentence for each table of which rows are missing or too many. */
export function differencesOf(
  wanted: DumpableState['rows'],
  found: DumpableState['rows'],
): readonly string[] {
  return Object.entries(wanted)
    .filter(([table, rows]) => found[table] !== rows)
    .map(([table, rows]) => `${table} had ${rows} rows and has ${found[table] ?? 'gone'}`)
}
