import { sql, type Kysely } from 'kysely'
import type { Migration } from '../migration'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- written against the schema of its own day
type Db = Kysely<any>

/**
 * A number that rises with each change of what everybody may read, so that no server makes an answer anew that it has
 * made already. It rises when a transaction commits: so its row is the last that anybody locks, and for a moment only.
 */
export const publicVersion: Migration = {
  name: '0038-public-version',
  oldestProgram: '0031-more-changes',
  async up(db) {
    await sql`
      create table public_version (
        one boolean primary key default true check (one),
        version bigint not null
      )`.execute(db)
    await sql`insert into public_version (version) values (1)`.execute(db)
    await sql`
      create function raise_public_version() returns trigger language plpgsql as $$
      begin
        -- Once for a transaction: a data pack changes thousands of rows.
        if coalesce(current_setting('public_version.raised', true), '') = '' then
          update public_version set version = version + 1;
          perform set_config('public_version.raised', 'yes', true);
        end if;
        return null;
      end
      $$`.execute(db)
    for (const table of WATCHED) await watch(db, table)
    // Free seats change with every registration: they are read with each call, and are no change of the activity.
    await sql`
      create constraint trigger public_version_row after insert or delete on activity
      deferrable initially deferred for each row execute function raise_public_version()`.execute(db)
    await sql`
      create constraint trigger public_version after update on activity
      deferrable initially deferred for each row
      when (
        to_jsonb(old) - array['seats_in_use', 'next_join_number', 'roll_closed_at']
        is distinct from to_jsonb(new) - array['seats_in_use', 'next_join_number', 'roll_closed_at']
      )
      execute function raise_public_version()`.execute(db)
    await sql`
      create index activity_published_from on activity (published_from) where published_from is not null`.execute(
      db,
    )
  },
}

/** Beside the activities. */
const WATCHED = [
  'activity_change',
  'article',
  'explained_word',
  'holiday_plan',
  'hours_exception',
  'neighbourhood',
  'notice',
  'office',
  'office_service',
  'opening_hours',
  'opening_zone',
  'service',
  'setting',
] as const

async function watch(db: Db, table: (typeof WATCHED)[number]): Promise<void> {
  await sql`
    create constraint trigger public_version after insert or update or delete on ${sql.table(table)}
    deferrable initially deferred for each row execute function raise_public_version()`.execute(db)
}
