import { sql } from 'kysely'
import type { Migration } from '../migration'

/** How the call to somebody whom no message reached went, and who is making it. */
export const calls: Migration = {
  name: '0032-calls',
  oldestProgram: '0031-more-changes',
  async up(db) {
    await sql`
      alter table message
        add column call_post_id uuid references post (id),
        add column call_held_until timestamptz,
        add column call_outcome text check (call_outcome in
          ('reached', 'family-told', 'wrong-number', 'note-up', 'no-answer')),
        add column call_again_at timestamptz`.execute(db)
    await sql`update message set call_outcome = 'reached' where called_at is not null`.execute(db)
    await sql`create index message_call_post on message (call_post_id) where call_post_id is not null`.execute(
      db,
    )
  },
}
