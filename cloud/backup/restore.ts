import { createReadStream } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { sql } from 'kysely'
import { pipeline } from 'node:stream/promises'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { bringForward, refuseUnknownStep, RESTORING } from '../database/migrate'
import { OperatorError } from '../database/operator-error'
import type { Seal } from '../gateways/sealing/seal'
import { eraseAgain } from '../personal-data/erase'
import { recordAct } from '../repositories/post'
import { decryptWith, type Identity } from './age'
import { hasTables, rowCounts, serverMajorOf } from './database-state'
import { refuseUnfitList } from './erasure-list'
import { besideDump, hashOf, listFiles, readSealed, type About, type ErasureList } from './files'
import { differencesOf } from './make-backup'
import { refuseOldPrograms, startProgram, type ProgramFolder } from './postgres-programs'

/** The list of whom to erase again, or why there is none. */
export type Erasures = { readonly list: string } | { readonly without: string }

export interface RestoreOptions {
  readonly dump: string
  readonly erasures: Erasures
  readonly identity: Identity
  readonly keySeal: Seal | null
}

export interface ReadyBackup {
  readonly options: RestoreOptions
  readonly about: About
  readonly list: ErasureList | null
}

/**
 * Everything that can be known before the first row is restored: whether key, secret, list and file belong to each other.
 * @throws OperatorError with what is missing
 */
export async function readBackup(options: RestoreOptions): Promise<ReadyBackup> {
  const about = await readSealed<About>(besideDump(options.dump, 'about'), options.identity)
  refuseUnknownStep(about.migration)
  refuseOtherSecret(about, options.keySeal)
  const list = 'list' in options.erasures ? await readList(options.erasures.list, options.identity) : null
  if (list !== null) refuseUnfitList(list, about)
  if ((await hashOf(options.dump)) !== about.sha256)
    throw new OperatorError(`${options.dump} is not as it was written: take another backup.`)
  return { options, about, list }
}

/** The newest of its folder: an older one does not know who was erased since. */
export async function readList(path: string, identity: Identity): Promise<ErasureList> {
  const list = await readSealed<ErasureList>(path, identity)
  const files = await listFiles(dirname(resolve(path)))
  const newest = files.filter(({ kind }) => kind === 'erasures').at(-1)
  if (newest !== undefined && newest.name > basename(path))
    throw new OperatorError(`${path} is not the newest list of erasures: take ${newest.name}.`)
  return list
}

function refuseOtherSecret({ sealedKey }: About, keySeal: Seal | null): void {
  if (sealedKey === null) return
  const advice = 'Set PHONE_KEY to the secret that the server had when the backup was made'
  if (keySeal === null)
    throw new OperatorError(`Telephone numbers and keys in this backup are sealed with a secret. ${advice}.`)
  try {
    keySeal.open(Buffer.from(sealedKey, 'base64'))
  } catch (cause) {
    throw new OperatorError(
      `Telephone numbers and keys in this backup are sealed with another secret than PHONE_KEY. ${advice}; where it was changed since, set PHONE_KEY_BEFORE to it.`,
      { cause },
    )
  }
}

export interface Restored {
  /** Of how many the backup had records. */
  readonly erasedAgain: number
}

/** Fills an empty database, and opens it to servers only when everybody who was erased is erased again. */
export async function restore(
  { options, about, list }: ReadyBackup,
  target: { readonly db: Database; readonly url: string; readonly programs: ProgramFolder },
  now: () => Promise<Instant>,
): Promise<Restored> {
  const { db, url, programs } = target
  await refuseOldPrograms(programs, await serverMajorOf(db))
  if (await hasTables(db))
    throw new OperatorError(
      'A backup is restored into an empty database only: create one and point DATABASE_URL at it.',
    )
  await sql`create table ${sql.table(RESTORING)} (backup text not null)`.execute(db)
  await sql`insert into ${sql.table(RESTORING)} values (${basename(options.dump)})`.execute(db)
  const program = startProgram(programs, 'pg_restore', url, [
    '--no-owner',
    '--no-privileges',
    '--exit-on-error',
  ])
  program.stdout.resume()
  // Where it ends early, what it said tells more than that nobody reads any longer.
  const [ended, fed] = await Promise.allSettled([
    program.ended,
    pipeline(createReadStream(options.dump), decryptWith(options.identity), program.stdin),
  ])
  if (fed.status === 'rejected' && fed.reason instanceof OperatorError) throw fed.reason
  if (ended.status === 'rejected') throw ended.reason
  if (fed.status === 'rejected') throw fed.reason
  const differences = differencesOf(about.rows, await rowCounts(db))
  if (differences.length > 0)
    throw new OperatorError(`The backup did not come back whole: ${differences.join('; ')}.`)
  await bringForward(db)
  const moment = await now()
  const erasedAgain = list === null ? 0 : await eraseAgain(db, list.erased, moment)
  const changed = { backup: basename(options.dump), erasedAgain, ...without(options.erasures) }
  await recordAct(db, { postId: null, source: 'command', endpoint: 'backup.restore', changed }, moment)
  await sql`drop table ${sql.table(RESTORING)}`.execute(db)
  return { erasedAgain }
}

const without = (erasures: Erasures) => ('without' in erasures ? { withoutErasures: erasures.without } : {})
