import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * 摊位 on the desk: hours of a stall; the plan of a market that waits for a second person; and whom to ring about a
 * stall, with the number sealed, apart from what everybody may read and forgotten 30 days after.
 */
export const stallPlans: Migration = {
  name: '0034-stall-plans',
  oldestProgram: '0031-more-changes',
  async up(db) {
    await sql`
      alter table stall
        add column from_minute smallint check (from_minute between 0 and 1440),
        add column to_minute smallint check (to_minute > from_minute and to_minute <= 1440)`.execute(db)
    await sql`
      create table stall_plan (
        activity_id text primary key references activity (id) on delete cascade,
        version integer not null check (version > 0),
        proposed jsonb,
        by_post uuid not null references post (id),
        at timestamptz not null
      )`.execute(db)
    await sql`
      create table stall_contact (
        id uuid primary key default gen_random_uuid(),
        activity_id text not null references activity (id) on delete cascade,
        number text not null,
        called text,
        phone_sealed bytea,
        note text,
        unique (activity_id, number),
        check (num_nonnulls(called, phone_sealed, note) > 0)
      )`.execute(db)
  },
}
