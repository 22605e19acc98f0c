import { sql } from 'kysely'
import type { Exported } from '../../core/contract/me'
import type { Database } from '../database/connect'
import { openedPhone, type PhoneSeal } from '../gateways/sealing/phone-seal'
import { readNames } from '../repositories/names'
import { ownerValue, personalTables } from './coverage'
import type { PersonalTable } from './personal-table'

type Row = Readonly<Record<string, unknown>>

/**
 * Every row about a resident, table by table, without the columns that are withheld, all as they stood at one
 * instant. Numbers that we keep encrypted come in the clear: they are the reader's own.
 */
export async function exportResident(
  db: Database,
  residentId: string,
  seal: PhoneSeal | null,
): Promise<Pick<Exported, 'tables' | 'names'>> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const tables: Record<string, readonly Row[]> = {}
      for (const [name, table] of personalTables()) {
        const { rows } = await rowsOf(name, table, residentId).execute(tx)
        tables[name] = rows.map(({ row, sealed }) => (sealed === null ? row : withPhone(row, sealed, seal)))
      }
      const names = { ...(await readNames(tx, idsIn(tables))), ...(await familyNames(tx, residentId)) }
      return { tables, names }
    })
}

const rowsOf = (name: string, table: PersonalTable, residentId: string) => sql<{
  row: Row
  sealed: Buffer | null
}>`
  select to_jsonb(theirs.*) - ${[...table.withheld]}::text[] as row,
    ${table.sealed === undefined ? sql`null::bytea` : sql.ref(`theirs.${table.sealed}`)} as sealed
  from ${sql.table(name)} as theirs
  where ${sql.ref(`theirs.${table.owner}`)} = ${ownerValue(table, residentId)}
    ${table.also === undefined ? sql`` : sql`or (${table.also(residentId)})`}`

/** Without the key there is a number that nobody can read any more, and the export says so. */
const withPhone = (row: Row, sealed: Buffer, seal: PhoneSeal | null): Row => ({
  ...row,
  phone: openedPhone(seal, sealed),
})

/** What the reader calls their family, by the ids in the rows of parties and consents. */
async function familyNames(db: Database, residentId: string): Promise<Readonly<Record<string, string>>> {
  const own = await db
    .selectFrom('family_member')
    .select(['id', 'name'])
    .where('keeper_id', '=', residentId)
    .execute()
  return Object.fromEntries(own.map(({ id, name }) => [id, name]))
}

/** Columns by which rows refer to what has a name. */
const NAMED = ['activity_id', 'office_id', 'place_id', 'compound_id', 'facility_id']

function idsIn(tables: Readonly<Record<string, readonly Row[]>>): readonly string[] {
  const found = Object.values(tables).flatMap((rows) =>
    rows.flatMap((row) => NAMED.flatMap((column) => (typeof row[column] === 'string' ? [row[column]] : []))),
  )
  return [...new Set(found)]
}
