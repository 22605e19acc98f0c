import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { toIso, type Instant } from '../../core/kernel/shanghai-time'
import { OperatorError } from '../database/operator-error'
import type { Erasure } from '../repositories/erasure'
import { decryptWith, encryptFor, type Identity, type Recipient } from './age'

/** What one folder of backups holds: a dump, beside it what it is of, and lists of erasures. All are files of age. */
export type FileKind = 'dump' | 'about' | 'erasures'

const NAME = /^living-room-(\d{8}T\d{6}Z)\.(dump|about|erasures)\.age$/

/** `20261130T153000Z`, in UTC, so that names sort by time. */
const stampOf = (moment: Instant): string => toIso(moment).replace(/[-:]|\.\d+/g, '')

export const nameOf = (kind: FileKind, madeAt: Instant): string =>
  `living-room-${stampOf(madeAt)}.${kind}.age`

export interface BackupFile {
  readonly name: string
  readonly kind: FileKind
  readonly stamp: string
}

/** In order of time; what is not ours is left out and left alone. */
export async function listFiles(folder: string): Promise<readonly BackupFile[]> {
  const names = await readdir(folder)
  return names
    .flatMap((name) => {
      const [, stamp, kind] = NAME.exec(name) ?? []
      return stamp === undefined ? [] : [{ name, stamp, kind: kind as FileKind }]
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** What a dump is of; lies beside it. */
export interface About {
  readonly madeAt: Instant
  readonly databaseId: string
  /** The last migration it has. */
  readonly migration: string
  /** Of the encrypted dump. */
  readonly sha256: string
  readonly bytes: number
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>
  /** Base64 of a key sealed with PHONE_KEY, which proves that a secret is the right one; null where none was set. */
  readonly sealedKey: string | null
}

/** Whose records were erased until `madeAt`, as far back as `completeSince`. */
export interface ErasureList {
  readonly madeAt: Instant
  readonly completeSince: Instant
  readonly databaseId: string
  readonly erased: readonly Erasure[]
}

/** Whole or not at all: written beside, brought to the disk, then given its name. */
export async function writeWhole(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.part`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await write(temporary)
    const file = await open(temporary, 'r+')
    await file.sync().finally(() => file.close())
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

export async function writeSealed(
  path: string,
  content: About | ErasureList,
  recipient: Recipient,
): Promise<void> {
  await writeWhole(path, async (temporary) => {
    const file = await open(temporary, 'wx', 0o600)
    await pipeline(
      Readable.from([Buffer.from(JSON.stringify(content))]),
      encryptFor(recipient),
      file.createWriteStream(),
    )
  })
}

/** @throws OperatorError where it is not there, of another key, or changed */
export async function readSealed<Content extends About | ErasureList>(
  path: string,
  identity: Identity,
): Promise<Content> {
  const sealed = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${path} cannot be read (${error.code ?? error.message}).`)
  })
  const opened = Readable.from([sealed]).compose(decryptWith(identity))
  return JSON.parse((await buffer(opened)).toString('utf8')) as Content
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Beside a dump, with the same stamp. @throws OperatorError where the name is not one of ours */
export function besideDump(path: string, kind: FileKind): string {
  const [, stamp, own] = NAME.exec(basename(path)) ?? []
  if (own !== 'dump')
    throw new OperatorError(`${path} is no backup: its name would be living-room-<time>.dump.age.`)
  return join(dirname(path), `living-room-${stamp ?? ''}.${kind}.age`)
}

/** Lists of erasures by the hour, beside those of the dumps. */
const LISTS_KEPT = 48

/**
 * Deletes dumps older than `keepDays`, but never the last one, and lists that a later one stands for.
 * @returns how many files went
 */
export async function rotate(folder: string, keepDays: number, now: Instant): Promise<number> {
  const files = await listFiles(folder)
  const oldest = stampOf((now - keepDays * 86_400_000) as Instant)
  const dumps = files.filter(({ kind }) => kind === 'dump')
  const kept = new Set(
    dumps
      .filter((dump, place) => dump.stamp >= oldest || place === dumps.length - 1)
      .map(({ stamp }) => stamp),
  )
  const lists = files.filter(({ kind, stamp }) => kind === 'erasures' && !kept.has(stamp))
  const gone = [
    ...files.filter(({ kind, stamp }) => kind !== 'erasures' && !kept.has(stamp)),
    ...lists.slice(0, -LISTS_KEPT),
  ]
  for (const { name } of gone) await rm(join(folder, name))
  return gone.length
}
