import { sql } from 'kysely'
import type { Database } from '../../../cloud/database/connect'

/** Every table of ours, as the database itself lists them. */
export async function tableNames(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
  `.execute(db)
  return rows.map(({ name }) => name)
}

/** Counts of calls are written by design, also for calls that are turned away. */
const COUNTS_OF_CALLS = 'rate_window'

/** The number of rows and a hash of all their contents, by table: equal prints mean that nothing was written. */
export async function printTables(db: Database): Promise<Readonly<Record<string, string>>> {
  const names = (await tableNames(db)).filter((name) => name !== COUNTS_OF_CALLS)
  const printOf = (name: string) => sql`
    select ${name}::text as name,
           count(*) || ' rows ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print
    from ${sql.table(name)} as t`
  const { rows } = await sql<{ name: string; print: string }>`
    ${sql.join(names.map(printOf), sql` union all `)}
  `.execute(db)
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]))
}
