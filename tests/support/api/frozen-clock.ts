import { Client, escapeIdentifier } from 'pg'

/**
 * Makes the database's clock stand still, for tests of the exact boundary: `clock_timestamp()`, which every
 * statement of ours asks, is found in a schema that connections opened from now on search first. Move the
 * clock with `demo.setNow` or `moveClock`, as in a demonstration; it does not tick in between.
 */
export async function freezeClock(databaseUrl: string, instant: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    await client.query('create schema frozen')
    await client.query(
      `create function frozen.clock_timestamp() returns timestamptz language sql
       as $$ select timestamptz '${new Date(instant).toISOString()}' $$`,
    )
    await client.query(
      `alter database ${escapeIdentifier(rows[0]?.name ?? '')} set search_path = public, frozen, pg_catalog`,
    )
  } finally {
    await client.end()
  }
}
