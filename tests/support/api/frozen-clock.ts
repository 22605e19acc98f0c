import { sql } from 'kysely'
import type { Database } from '../../../cloud/database/connect'

/**
 * Makes the database's clock stand still, for tests of the exact boundary: `clock_timestamp()`, which every
 * statement of ours asks, is found in a schema that connections search first by `searchFrozenFirst`. Move the
 * clock with `demo.setNow` or `moveClock`, as in a demonstration; it does not tick in between.
 */
export async function freezeClock(db: Database, instant: string): Promise<void> {
  await sql`create schema frozen`.execute(db)
  await sql`grant usage on schema frozen to public`.execute(db)
  await sql`
    create function frozen.clock_timestamp() returns timestamptz language sql
    as $$ select timestamptz '${sql.raw(new Date(instant).toISOString())}' $$
  `.execute(db)
}

/** Lets a frozen clock stand at another instant, also where it is no demonstration's. */
export async function moveFrozenClock(db: Database, instant: string): Promise<void> {
  await sql`
    create or replace function frozen.clock_timestamp() returns timestamptz language sql
    as $$ select timestamptz '${sql.raw(new Date(instant).toISOString())}' $$
  `.execute(db)
}

/** For the connections that are opened from then on; the database's name is escaped already. */
export const searchFrozenFirst = (database: string): string =>
  `alter database ${database} set search_path = public, frozen, pg_catalog`
