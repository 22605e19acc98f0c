import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Who is who: residents, the WeChat accounts and sessions behind them, staff, repeatable writes, limits. */
export const people: Migration = {
  name: '0001-people',
  async up(db) {
    await sql`
      create table database_mode (
        single boolean primary key default true check (single),
        is_demo boolean not null,
        clock_offset_ms bigint not null default 0,
        check (is_demo or clock_offset_ms = 0)
      )`.execute(db)
    await sql`
      create table resident (
        id uuid primary key default gen_random_uuid(),
        compound_id text,
        created_at timestamptz not null default now(),
        erase_after timestamptz
      )`.execute(db)
    await sql`create index resident_erase_after on resident (erase_after) where erase_after is not null`.execute(
      db,
    )
    await sql`create index resident_compound on resident (compound_id) where compound_id is not null`.execute(
      db,
    )
    await sql`
      create table wechat_account (
        openid text primary key check (length(openid) between 1 and 128),
        resident_id uuid not null unique references resident (id),
        created_at timestamptz not null default now()
      )`.execute(db)
    await sql`
      create table session (
        token_hash bytea primary key check (length(token_hash) = 32),
        resident_id uuid not null references resident (id),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create index session_resident on session (resident_id)`.execute(db)
    await sql`create index session_expires_at on session (expires_at)`.execute(db)
    await sql`
      create table request (
        identity text not null,
        endpoint text not null,
        request_id uuid not null,
        input_hash bytea not null check (length(input_hash) = 32),
        answer jsonb,
        created_at timestamptz not null default now(),
        primary key (identity, endpoint, request_id)
      )`.execute(db)
    await sql`create index request_created_at on request (created_at)`.execute(db)
    await sql`
      create unlogged table rate_window (
        subject text primary key,
        opened_at timestamptz not null,
        hits integer not null check (hits >= 1)
      ) with (fillfactor = 70)`.execute(db)
    await sql`create index rate_window_opened_at on rate_window (opened_at)`.execute(db)
  },
}
