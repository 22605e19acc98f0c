import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Who has a stall at a market is told of its latest change by telephone: a row for each of them, with how the call went. */
export const stallCalls: Migration = {
  name: '0039-stall-calls',
  oldestProgram: '0031-more-changes',
  async up(db) {
    await sql`
      create table stall_call (
        id bigint generated always as identity primary key,
        activity_id text not null references activity (id) on delete cascade,
        change_id bigint not null references activity_change (id) on delete cascade,
        numbers text[] not null check (cardinality(numbers) > 0),
        called_at timestamptz,
        call_post_id uuid references post (id),
        call_held_until timestamptz,
        call_outcome text check (call_outcome in
          ('reached', 'family-told', 'wrong-number', 'note-up', 'no-answer')),
        call_again_at timestamptz
      )`.execute(db)
    await sql`create index stall_call_activity on stall_call (activity_id)`.execute(db)
    await sql`create index stall_call_change on stall_call (change_id)`.execute(db)
    await sql`
      create index stall_call_post on stall_call (call_post_id) where call_post_id is not null`.execute(db)
  },
}
