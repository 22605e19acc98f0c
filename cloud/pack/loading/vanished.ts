import { sql } from 'kysely'
import type { Pack } from '../pack'
import type { EditedByStaff } from './edited-by-staff'
import { attempt } from './rows'
import type { Tx } from './rows'

const TABLES = ['compound', 'office', 'neighbourhood', 'service'] as const
type Table = (typeof TABLES)[number]

const FILES: Readonly<Record<Table, string>> = {
  compound: 'compounds.csv',
  office: 'offices.csv',
  neighbourhood: 'neighbourhoods.csv',
  service: 'services.csv',
}

/** Who can still refer to a row, in the words of the editor; a table that came later is named as it is. */
const REFERRERS: Readonly<Record<string, string>> = {
  compound: '小区',
  office: '会客厅或服务点',
  neighbourhood: '居民区',
  office_service: '会客厅或服务点',
  resident: '选了它的居民',
  staff: '工作人员',
  activity: '活动',
}

interface Row {
  readonly table: Table
  readonly id: string
  readonly name: string
}

type Names = ReadonlyMap<string, string>

interface Context {
  readonly edited: EditedByStaff
  readonly parked: Readonly<Record<'compound' | 'neighbourhood', Names>>
  readonly report: (sentence: string) => void
}

/**
 * Names of compounds and neighbourhoods are unique, so two rows could never trade theirs, nor a new id take over
 * an old name. Gives all of them that staff did not change a name of no one's for the rest of this transaction.
 * @returns the names they had, by id.
 */
export async function parkNames(tx: Tx): Promise<Context['parked']> {
  const park = async (table: 'compound' | 'neighbourhood'): Promise<Names> => {
    const rows = await tx.selectFrom(table).select(['id', 'name']).where('edited_at', 'is', null).execute()
    await tx
      .updateTable(table)
      .set({ name: sql`'parked ' || id` })
      .where('edited_at', 'is', null)
      .execute()
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
  return { compound: await park('compound'), neighbourhood: await park('neighbourhood') }
}

/** Takes away what the pack no longer has, as far as nothing refers to it; the rest stays and is reported. */
export async function removeVanished(tx: Tx, pack: Pack, context: Context): Promise<void> {
  await removeZones(tx, pack, context)
  const vanished = await findVanished(tx, pack, context)
  const isGuarded = ({ table, id }: Row): boolean =>
    table === 'office'
      ? context.edited.guarded.has(id)
      : context.edited.rows.get(FILES[table])?.has(id) === true
  for (const row of vanished.filter(isGuarded))
    await retain(tx, row, row.table === 'office' ? '工作人员改过它或它的时间' : '工作人员改过它', context)
  const removable = vanished.filter((row) => !isGuarded(row))
  const gone = (id: string): boolean =>
    removable.some((row) => row.table === 'neighbourhood' && row.id === id)
  const allAtOnce = await attempt(tx, () => deleteAll(tx, removable, gone))
  const removed = allAtOnce === null ? removable : await removeOneByOne(tx, removable, gone, context)
  for (const { table, id, name } of removed) {
    context.report(`${FILES[table]} 里不再有“${name}”（${id}），已从小程序里删去`)
  }
}

async function findVanished(tx: Tx, pack: Pack, { parked }: Context): Promise<readonly Row[]> {
  const listed: Readonly<Record<Table, readonly { readonly id: string }[]>> = {
    compound: pack.compounds,
    office: pack.offices,
    neighbourhood: pack.neighbourhoods,
    service: pack.services,
  }
  const rows: Row[] = []
  for (const table of TABLES) {
    const there = await tx
      .selectFrom(table)
      .select(['id', 'name'])
      .orderBy('sort_order')
      .orderBy('id')
      .execute()
    const ids = new Set(listed[table].map(({ id }) => id))
    const names = table === 'compound' || table === 'neighbourhood' ? parked[table] : null
    for (const { id, name } of there) if (!ids.has(id)) rows.push({ table, id, name: names?.get(id) ?? name })
  }
  return rows
}

type IsGone = (neighbourhoodId: string) => boolean

async function deleteAll(tx: Tx, rows: readonly Row[], gone: IsGone): Promise<void> {
  for (const row of rows) await deleteRow(tx, row, gone)
}

async function deleteRow(tx: Tx, { table, id }: Row, gone: IsGone): Promise<void> {
  if (table === 'office') {
    const served = await tx.selectFrom('neighbourhood').select('id').where('office_id', '=', id).execute()
    // An office and its neighbourhood point at each other: what is about to go must not hold the other.
    const going = served.map((row) => row.id).filter(gone)
    if (going.length > 0) {
      await tx.updateTable('neighbourhood').set({ office_id: null }).where('id', 'in', going).execute()
    }
  }
  await tx.deleteFrom(table).where('id', '=', id).execute()
}

/** Again and again, since one that goes may be what held another; at most as many rounds as there are rows. */
async function removeOneByOne(
  tx: Tx,
  rows: readonly Row[],
  gone: IsGone,
  context: Context,
): Promise<readonly Row[]> {
  const removed = new Set<Row>()
  let holders = new Map<Row, string>()
  for (let before = -1; before < removed.size;) {
    before = removed.size
    holders = new Map()
    for (const row of rows) {
      if (removed.has(row)) continue
      const holder = await attempt(tx, () => deleteRow(tx, row, gone))
      if (holder === null) removed.add(row)
      else holders.set(row, holder)
    }
  }
  for (const [row, holder] of holders) {
    await retain(tx, row, `还有${REFERRERS[holder] ?? `“${holder}”`}在用它`, context)
  }
  return [...removed]
}

async function retain(tx: Tx, row: Row, reason: string, { parked, report }: Context): Promise<void> {
  report(`${FILES[row.table]} 里不再有“${row.name}”（${row.id}），但${reason}，所以保留`)
  if (row.table !== 'compound' && row.table !== 'neighbourhood') return
  if (!parked[row.table].has(row.id)) return
  const taken = await tx.selectFrom(row.table).select('id').where('name', '=', row.name).executeTakeFirst()
  const name = taken ? `${row.name}（旧编号 ${row.id}）` : row.name
  await tx.updateTable(row.table).set({ name }).where('id', '=', row.id).execute()
}

/** Zones that the pack no longer has; one on which staff set single days stays, as a zone beside the main one. */
async function removeZones(tx: Tx, pack: Pack, { edited, report }: Context): Promise<void> {
  const listed = new Set(pack.zones.map((zone) => `${zone.office_id} ${zone.id}`))
  const offices = new Map(pack.offices.map(({ id, name }) => [id, name]))
  const zones = await tx.selectFrom('opening_zone').select(['office_id', 'id', 'name']).execute()
  for (const zone of zones) {
    const office = offices.get(zone.office_id)
    if (
      office === undefined ||
      edited.offices.has(zone.office_id) ||
      listed.has(`${zone.office_id} ${zone.id}`)
    )
      continue
    if (edited.zones.has(`${zone.office_id} ${zone.id}`)) {
      report(
        `hours.csv 里不再有“${office}”的“${zone.name}”（${zone.id}），但工作人员给它设过单日时间，所以保留`,
      )
    } else {
      await tx
        .deleteFrom('opening_zone')
        .where('office_id', '=', zone.office_id)
        .where('id', '=', zone.id)
        .execute()
    }
  }
}
