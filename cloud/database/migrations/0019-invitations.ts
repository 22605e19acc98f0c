import { sql } from 'kysely'
import type { Migration } from '../migration'

/** How somebody comes to a post: an invitation with a code that is stored as a hash, and codes that were tried in vain. */
export const invitations: Migration = {
  name: '0019-invitations',
  async up(db) {
    await sql`
      create table invitation (
        id uuid primary key default gen_random_uuid(),
        code_hash bytea not null unique check (length(code_hash) = 32),
        role text not null check (role in ('scanner', 'office', 'lead', 'viewer', 'editor', 'admin')),
        called text not null check (length(called) between 1 and 40),
        office_ids text[] not null default '{}',
        activity_ids text[],
        may_read_log boolean not null default false,
        post_ends_at timestamptz,
        invited_by uuid references post (id),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_by uuid references resident (id),
        accepted_at timestamptz,
        revoked_at timestamptz,
        post_id uuid references post (id),
        check (accepted_by is null or accepted_at is not null),
        check (post_id is null or accepted_at is not null),
        check (expires_at >= created_at)
      )`.execute(db)
    await sql`create index invitation_created_at on invitation (created_at desc, id)`.execute(db)
    await sql`create index invitation_invited_by on invitation (invited_by) where post_id is null`.execute(db)
    await sql`create index invitation_accepted_by on invitation (accepted_by) where accepted_by is not null`.execute(
      db,
    )
    await sql`create index invitation_post on invitation (post_id) where post_id is not null`.execute(db)
    await sql`
      create table wrong_code (
        id bigint generated always as identity primary key,
        resident_id uuid not null references resident (id),
        at timestamptz not null
      )`.execute(db)
    await sql`create index wrong_code_resident on wrong_code (resident_id, at)`.execute(db)
    await sql`create index wrong_code_at on wrong_code (at)`.execute(db)
  },
}
