import { resolve } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../../../cloud/database/connect'
import { loadPack } from '../../../cloud/pack/loading/load-pack'
import type { Pack } from '../../../cloud/pack/pack'

export const fixtureFolder = resolve(__dirname, '../../fixtures/pack')

/** Loads and gives what was reported. */
export async function load(db: Database, pack: Pack): Promise<{ unchanged: boolean; said: string[] }> {
  const said: string[] = []
  const { unchanged } = await loadPack(db, pack, { report: (sentence) => said.push(sentence) })
  return { unchanged, said }
}

/** Empties every table that the pack fills, and those that refer to them. */
export async function emptyPack(db: Database): Promise<void> {
  await sql`truncate setting, service, neighbourhood, office, compound, resident, pack_load cascade`.execute(
    db,
  )
}

/** Everything that the pack can write, as the database has it now. */
export async function readContent(db: Database): Promise<Record<string, readonly unknown[]>> {
  const rowsOf = async (table: string): Promise<readonly unknown[]> =>
    (await sql`select * from ${sql.table(table)} as one order by one`.execute(db)).rows
  const tables = [
    'setting',
    'neighbourhood',
    'compound',
    'service',
    'office',
    'office_service',
    'opening_zone',
  ]
  const parts = ['opening_hours', 'entrance']
  const entries: [string, readonly unknown[]][] = []
  for (const table of [...tables, ...parts]) entries.push([table, await rowsOf(table)])
  const days = await db
    .selectFrom('hours_exception')
    .selectAll()
    .orderBy('office_id')
    .orderBy('day')
    .execute()
  return { ...Object.fromEntries(entries), hours_exception: days }
}

/** The pack without one office, and without anything that names it. */
export const withoutOffice = (pack: Pack, id: string): Pack => ({
  ...pack,
  neighbourhoods: pack.neighbourhoods.map((row) =>
    row.office_id === id ? { ...row, office_id: null } : row,
  ),
  offices: pack.offices
    .filter((row) => row.id !== id)
    .map((row) => (row.successor_id === id ? { ...row, successor_id: null } : row)),
  officeServices: pack.officeServices.filter((row) => row.office_id !== id),
  zones: pack.zones.filter((row) => row.office_id !== id),
  hours: pack.hours.filter((row) => row.office_id !== id),
  exceptions: pack.exceptions.filter((row) => row.office_id !== id),
  entrances: pack.entrances.filter((row) => row.office_id !== id),
})

export const withOffice = (pack: Pack, id: string, changes: Partial<Pack['offices'][number]>): Pack => ({
  ...pack,
  offices: pack.offices.map((row) => (row.id === id ? { ...row, ...changes } : row)),
})

export async function newResident(db: Database, compoundId: string | null = null): Promise<string> {
  const resident = db.insertInto('resident').values({ compound_id: compoundId }).returning('id')
  return (await resident.executeTakeFirstOrThrow()).id
}
