import { sql } from 'kysely'
import type { Database } from '../../../../cloud/database/connect'
import { tableNames } from '../write-count'

export interface Trace {
  readonly table: string
  readonly column: string
}

/** By design: the list by which a restored backup loses again whom it brought back. */
const ERASED = 'erasure'

/**
 * Every column of every other table in which one of these texts occurs, in whatever type and place. Asked in one
 * statement, and only rows that hold one as a whole are taken apart: nearly none does.
 */
export async function tracesOf(db: Database, texts: readonly string[]): Promise<readonly Trace[]> {
  // Whatever else there is may be written otherwise in a row than in its cells.
  for (const text of texts)
    if (!/^[\p{L}\p{N}_-]+$/u.test(text)) throw new Error(`not a text to look for: ${text}`)
  const patterns = sql`${texts.map((text) => `%${text.toLowerCase()}%`)}::text[]`
  const names = (await tableNames(db)).filter((name) => name !== ERASED)
  const parts = names.map(
    (name) => sql`
      select ${name}::text as "table", cell.key as "column"
      from ${sql.table(name)} as whole, jsonb_each_text(to_jsonb(whole.*)) as cell
      where lower(whole::text) like any (${patterns}) and lower(cell.value) like any (${patterns})
    `,
  )
  const { rows } = await sql<Trace>`${sql.join(parts, sql` union `)} order by 1, 2`.execute(db)
  return rows
}
