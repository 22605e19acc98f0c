import { sql } from 'kysely'
import type { Migration } from '../migration'

/** 签到单: in which order each was printed, so that paper that comes back is typed beside the same lines. */
export const signInSheets: Migration = {
  name: '0026-sign-in-sheets',
  async up(db) {
    await sql`
      create table sign_in_sheet (
        id uuid primary key default gen_random_uuid(),
        activity_id text not null references activity (id),
        printed_at timestamptz not null,
        post_id uuid references post (id),
        registrations uuid[] not null
      )`.execute(db)
    await sql`create index sign_in_sheet_activity on sign_in_sheet (activity_id, printed_at)`.execute(db)
  },
}
