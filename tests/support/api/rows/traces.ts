import { sql } from 'kysely'
import type { Database } from '../../../../cloud/database/connect'
import { tableNames } from '../write-count'

export interface Trace {
  readonly table: string
  readonly column: string
}

/** By design: the list by which a restored backup loses again whom it brought back. */
const ERASED = 'erasure'

/** Every column of every other table in which one of these texts occurs, in whatever type and place. */
export async function tracesOf(db: Database, texts: readonly string[]): Promise<readonly Trace[]> {
  const patterns = texts.map((text) => `%${text}%`)
  const found: Trace[] = []
  for (const table of (await tableNames(db)).filter((name) => name !== ERASED)) {
    const { rows } = await sql<{ column: string }>`
      select distinct cell.key as "column"
      from ${sql.table(table)} as whole, jsonb_each_text(to_jsonb(whole.*)) as cell
      where cell.value ilike any (${patterns}::text[])
      order by 1
    `.execute(db)
    found.push(...rows.map(({ column }) => ({ table, column })))
  }
  return found
}
