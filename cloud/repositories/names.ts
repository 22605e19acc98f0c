import { sql, type Kysely } from 'kysely'
import type { Schema } from '../database/schema'

/** What activities, offices, compounds and facilities are called, by their ids; what is gone has no name. */
export async function readNames(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {}
  const { rows } = await sql<{ id: string; name: string }>`
    select id, title as name from activity where id = any (${ids}::text[])
    union all select id, name from office where id = any (${ids}::text[])
    union all select id, name from compound where id = any (${ids}::text[])
    union all select id, name from facility where id = any (${ids}::text[])
  `.execute(db)
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
