import { join } from 'node:path'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { OperatorError } from '../database/operator-error'
import { ERASURES_KEPT_DAYS, readDatabaseId, readErasures } from '../repositories/erasure'
import type { Recipient } from './age'
import { nameOf, writeSealed, type About, type ErasureList } from './files'

interface ListOptions {
  readonly db: Database
  readonly folder: string
  readonly recipient: Recipient
  readonly now: Instant
}

/** Saves whose records were erased; small, so by the hour. Gives the path and how many there are. */
export async function writeErasures({ db, folder, recipient, now }: ListOptions) {
  const databaseId = await readDatabaseId(db)
  if (databaseId === null) throw new OperatorError('The database has not been set up: start the server once.')
  const erased = await readErasures(db)
  const list: ErasureList = {
    madeAt: now,
    completeSince: instant(now - ERASURES_KEPT_DAYS * 86_400_000),
    databaseId,
    erased,
  }
  const path = join(folder, nameOf('erasures', now))
  await writeSealed(path, list, recipient)
  return { path, count: erased.length }
}

/** Before anything is restored. @throws OperatorError where this list does not tell everything about that backup */
export function refuseUnfitList(list: ErasureList, about: Pick<About, 'madeAt' | 'databaseId'>): void {
  if (list.databaseId !== about.databaseId)
    throw new OperatorError('This list of erasures belongs to another database than the backup.')
  if (list.madeAt < about.madeAt)
    throw new OperatorError('This list of erasures is older than the backup: take the newest one.')
  if (about.madeAt < list.completeSince)
    throw new OperatorError(
      `The backup is older than ${ERASURES_KEPT_DAYS} days: it is not known any more whose records were erased since.`,
    )
}
