import type { Database } from '../database/connect'
import { migrateAsOwner } from '../database/migrate'
import { OperatorError } from '../database/operator-error'
import { loadPackFolder } from '../pack/load-folder'
import { fixMode, readMode } from '../repositories/database-mode'
import type { Seals } from '../gateways/sealing/seals'
import { sealAtRest } from './seal-at-rest'
import type { Settings } from './settings'

/**
 * Brings the schema forward or sees that its owner did, makes sure that demonstration and production never share a database,
 * seals what has to lie sealed, and loads the data pack. Gives sentences for the operator. Safe when several processes do it at once.
 */
export async function prepareDatabase(
  db: Database,
  settings: Pick<Settings, 'isDemo' | 'dataPack'>,
  seals: Seals,
): Promise<readonly string[]> {
  await migrateAsOwner(db)
  await fixMode(db, settings.isDemo)
  await refuseOtherMode(db, settings.isDemo)
  return [
    ...(await sealAtRest(db, seals)),
    ...(await loadPackFolder(db, settings.dataPack, { mayHaveSamples: settings.isDemo })),
  ]
}

/** @throws OperatorError where the database is the other's */
export async function refuseOtherMode(db: Database, isDemo: boolean): Promise<void> {
  const mode = await readMode(db)
  if (mode === null || mode.isDemo === isDemo) return
  throw new OperatorError(
    isDemo
      ? 'This database was not made for a demonstration, and demo mode would let anybody sign in as anybody. Choose another DATA_DIR or DATABASE_URL.'
      : 'This database was made for a demonstration and holds invented people. Choose another DATA_DIR or DATABASE_URL.',
  )
}
