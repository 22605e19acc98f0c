import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * Drafts stand apart from what is or was public; a published activity may be hidden until `published_from`, and counts
 * its versions. Drafts that older servers left as rows of `activity` stay unseen there: outside a demonstration nobody
 * could make one.
 */
export const drafts: Migration = {
  name: '0022-drafts',
  async up(db) {
    await sql`
      create table draft (
        id uuid primary key default gen_random_uuid(),
        kind text not null check (kind in ('activity', 'article')),
        record_id text not null,
        office_id text references office (id),
        version integer not null default 1 check (version > 0),
        content jsonb not null,
        base_version integer check (base_version > 0),
        state text not null check (state in ('writing', 'handed_in', 'approved')),
        publish_at timestamptz,
        by_post uuid not null references post (id),
        at timestamptz not null,
        sent_back_word text check (length(sent_back_word) between 1 and 200),
        sent_back_by uuid references post (id),
        approved_by uuid references post (id),
        approved_at timestamptz,
        is_alone boolean not null default false,
        check ((state = 'approved') = (approved_at is not null)),
        check (sent_back_word is null or state = 'writing'),
        check (not is_alone or state = 'approved')
      )`.execute(db)
    await sql`create unique index draft_open on draft (kind, record_id) where state <> 'approved'`.execute(db)
    await sql`create index draft_record on draft (kind, record_id)`.execute(db)
    for (const column of ['by_post', 'sent_back_by', 'approved_by'])
      await sql`create index ${sql.ref(`draft_${column}`)} on draft (${sql.ref(column)})`.execute(db)
    await sql`create index draft_office on draft (office_id) where office_id is not null`.execute(db)
    await sql`
      create table correction (
        id uuid primary key default gen_random_uuid(),
        activity_id text not null references activity (id),
        before jsonb not null,
        after jsonb not null,
        by_post uuid not null references post (id),
        at timestamptz not null,
        looked_by uuid references post (id),
        looked_at timestamptz,
        check ((looked_by is null) = (looked_at is null))
      )`.execute(db)
    await sql`create index correction_activity on correction (activity_id, at)`.execute(db)
    await sql`create index correction_waiting on correction (at) where looked_at is null`.execute(db)
    await sql`create index correction_by_post on correction (by_post)`.execute(db)
    await sql`create index correction_looked_by on correction (looked_by)`.execute(db)
    await sql`
      alter table activity
        add column published_from timestamptz,
        add column version integer not null default 1 check (version > 0)`.execute(db)
  },
}
