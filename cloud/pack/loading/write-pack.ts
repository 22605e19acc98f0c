import type { Pack } from '../pack'
import type { Kept } from './kept'
import { upsert } from './rows'
import type { Tx } from './rows'

/** Writes every row of the pack, but for the offices that staff changed: with them goes all that is theirs. */
export async function writePack(tx: Tx, pack: Pack, kept: Kept): Promise<void> {
  const isFree = ({ office_id: id }: { readonly office_id: string }): boolean => !kept.offices.has(id)
  const offices = pack.offices.filter(({ id }) => !kept.offices.has(id))
  await upsert(tx, 'setting', ['key'], pack.settings)
  await upsert(tx, 'service', ['id'], pack.services)
  await upsert(tx, 'neighbourhood', ['id'], pack.neighbourhoods)
  await upsert(tx, 'office', ['id'], offices)
  await upsert(tx, 'compound', ['id'], pack.compounds)
  const ids = offices.map(({ id }) => id)
  if (ids.length > 0) await clearParts(tx, ids)
  await upsert(tx, 'office_service', ['office_id', 'service_id'], pack.officeServices.filter(isFree))
  await upsert(tx, 'opening_zone', ['office_id', 'id'], pack.zones.filter(isFree))
  await upsert(
    tx,
    'opening_hours',
    ['office_id', 'zone_id', 'weekday', 'from_minute'],
    pack.hours.filter(isFree),
  )
  await upsert(tx, 'entrance', ['office_id', 'id'], pack.entrances.filter(isFree))
  await writeExceptions(tx, pack)
}

/** Zones stay until their successors are written: what staff set for single days hangs on them. */
async function clearParts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('office_service').where('office_id', 'in', ids).execute()
  await tx.deleteFrom('opening_hours').where('office_id', 'in', ids).execute()
  await tx.deleteFrom('entrance').where('office_id', 'in', ids).execute()
  // One main zone at any moment (partial unique index): nobody is main until the pack says who.
  await tx.updateTable('opening_zone').set({ main: false }).where('office_id', 'in', ids).execute()
}

/** Single days of the pack; a day that staff set stays theirs, and an office that staff changed may lack the zone. */
async function writeExceptions(tx: Tx, pack: Pack): Promise<void> {
  await tx.deleteFrom('hours_exception').where('set_by', 'is', null).where('set_at', 'is', null).execute()
  const zones = await tx.selectFrom('opening_zone').select(['office_id', 'id']).execute()
  const known = new Set(zones.map((zone) => `${zone.office_id} ${zone.id}`))
  const rows = pack.exceptions.filter((row) => known.has(`${row.office_id} ${row.zone_id}`))
  await upsert(tx, 'hours_exception', ['office_id', 'zone_id', 'day'], rows, ['set_by', 'set_at'])
}
