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

/**
 * From here on PostgreSQL itself notes each row that is written to any table of ours, and each table that is emptied,
 * as long as the transaction is not taken back. To look costs the same however much the tables hold.
 * @returns a number that stands still where nothing was written
 */
export async function countWrites(db: Database): Promise<() => Promise<number>> {
  const names = (await tableNames(db)).filter((name) => name !== COUNTS_OF_CALLS)
  // In a schema of its own: it is no table of ours.
  await sql`create schema watch`.execute(db)
  await sql`create table watch.write (id bigint primary key generated always as identity)`.execute(db)
  await sql`
    create function watch.note_write() returns trigger language plpgsql security definer as
    $$ begin insert into watch.write default values; return null; end $$
  `.execute(db)
  for (const name of names) {
    await sql`
      create trigger note_row after insert or update or delete on ${sql.table(name)}
      for each row execute function watch.note_write()
    `.execute(db)
    await sql`
      create trigger note_truncate after truncate on ${sql.table(name)} execute function watch.note_write()
    `.execute(db)
  }
  return async () => {
    const { rows } = await sql<{ last: number }>`
      select coalesce(max(id), 0)::integer as last from watch.write
    `.execute(db)
    return rows[0]?.last ?? 0
  }
}
