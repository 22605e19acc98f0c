import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * Pictures that staff bring: a file and its widths, the tickets with which they are sent, and the photo of an
 * activity. What a file is about may be a draft still, so no foreign key leads there.
 */
export const files: Migration = {
  name: '0040-files',
  oldestProgram: '0031-more-changes',
  async up(db) {
    await sql`
      create table file (
        name text primary key check (name ~ '^[0-9a-f]{32}$'),
        kind text not null check (kind in ('photo', 'plan')),
        media_type text not null,
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        bytes integer not null check (bytes > 0),
        owner_kind text not null check (owner_kind = 'activity'),
        owner_id text not null,
        by_post uuid not null references post (id),
        at timestamptz not null
      )`.execute(db)
    await sql`create index file_owner on file (owner_kind, owner_id)`.execute(db)
    await sql`create index file_at on file (at)`.execute(db)
    await sql`create index file_post on file (by_post)`.execute(db)
    await sql`
      create table file_content (
        file_name text not null references file (name) on delete cascade,
        width integer not null,
        media_type text not null check (media_type in ('image/webp', 'image/jpeg')),
        content bytea not null,
        primary key (file_name, width, media_type)
      )`.execute(db)
    // Compressed already.
    await sql`alter table file_content alter column content set storage external`.execute(db)
    await sql`
      create table upload_ticket (
        ticket_hash bytea primary key,
        kind text not null check (kind in ('photo', 'plan')),
        owner_kind text not null check (owner_kind = 'activity'),
        owner_id text not null,
        by_post uuid not null references post (id),
        at timestamptz not null,
        used_at timestamptz
      )`.execute(db)
    await sql`create index upload_ticket_owner on upload_ticket (owner_kind, owner_id)`.execute(db)
    await sql`create index upload_ticket_post on upload_ticket (by_post, at)`.execute(db)
    await sql`
      alter table activity
        add column photo text references file (name),
        add column photo_alt text`.execute(db)
    await sql`create index activity_photo on activity (photo) where photo is not null`.execute(db)
  },
}
