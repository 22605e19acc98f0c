import { sql } from 'kysely'
import type { Database } from '../database/connect'
import { ownerValue, personalTables } from './coverage'

/** Every row about a resident, table by table, without the columns that are withheld. */
export async function exportResident(
  db: Database,
  residentId: string,
): Promise<Record<string, readonly unknown[]>> {
  const tables: Record<string, readonly unknown[]> = {}
  for (const [name, table] of personalTables()) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(theirs.*) - ${[...table.withheld]}::text[] as row
      from ${sql.table(name)} as theirs
      where ${sql.ref(`theirs.${table.owner}`)} = ${ownerValue(table, residentId)}
    `.execute(db)
    tables[name] = rows.map(({ row }) => row)
  }
  return tables
}
