import { sql } from 'kysely'
import type { Migration } from '../migration'

/** 电脑登录: sessions of staff on PCs, and the requests for one that a phone confirms. */
export const deskSessions: Migration = {
  name: '0021-desk-sessions',
  async up(db) {
    await sql`
      create table desk_session (
        id uuid primary key default gen_random_uuid(),
        token_hash bytea not null unique check (length(token_hash) = 32),
        browser_hash bytea not null check (length(browser_hash) = 32),
        resident_id uuid not null references resident (id),
        browser text not null,
        system text not null,
        is_public_pc boolean not null,
        idle_minutes integer not null check (idle_minutes > 0),
        started_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        check (expires_at >= started_at)
      )`.execute(db)
    await sql`create index desk_session_resident on desk_session (resident_id, started_at)`.execute(db)
    await sql`create index desk_session_expires_at on desk_session (expires_at)`.execute(db)
    await sql`
      create table desk_sign_in (
        id text primary key check (length(id) = 22),
        browser_hash bytea not null check (length(browser_hash) = 32),
        digits text not null check (digits ~ '^[0-9]{2}$'),
        browser text not null,
        system text not null,
        network text not null,
        is_public_pc boolean not null,
        asked_at timestamptz not null,
        confirmed_by uuid references resident (id),
        confirmed_at timestamptz,
        ended_at timestamptz,
        check (confirmed_by is null or confirmed_at is not null)
      )`.execute(db)
    await sql`create index desk_sign_in_network on desk_sign_in (network, asked_at)`.execute(db)
    await sql`create index desk_sign_in_asked_at on desk_sign_in (asked_at)`.execute(db)
    await sql`create index desk_sign_in_confirmed_by on desk_sign_in (confirmed_by) where confirmed_by is not null`.execute(
      db,
    )
  },
}
