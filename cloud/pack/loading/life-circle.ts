import type { Pack } from '../pack'
import { upsert, type Tx } from './rows'

/** Kinds, places and streets as the pack has them; nobody else writes them, so what it no longer has goes. */
export async function loadLifeCircle(tx: Tx, pack: Pack): Promise<void> {
  await tx.deleteFrom('facility').execute()
  await tx.deleteFrom('facility_kind').execute()
  await upsert(tx, 'facility_kind', ['id'], pack.facilityKinds)
  await upsert(tx, 'facility', ['id'], pack.facilities)
  await tx.deleteFrom('street_graph').execute()
  if (pack.streets !== null) {
    await upsert(tx, 'street_graph', ['single'], [{ single: true, ...pack.streets }])
  }
}
