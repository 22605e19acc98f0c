import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Migration } from '../migration'

type Db = Parameters<Migration['up']>[0]

const GRADES = sql`('rolling', 'staff', 'poster', 'rolling_late')`
const MEMBER_STATES = sql`('waiting', 'confirmed', 'attended', 'no_show', 'cancelled', 'lapsed')`

/** An office, or the spot of an activity. */
const PLACE = sql`
  place_kind text not null check (place_kind in ('office', 'activity')),
  place_id text not null`

/** Who was there: the codes at the doors, receipts of opened codes, visits, heads at activities, and their history. */
export const checkIn: Migration = {
  name: '0006-check-in',
  async up(db) {
    await codes(db)
    await receipts(db)
    await presence(db)
    await history(db)
    await refusals(db)
  },
}

async function codes(db: Db): Promise<void> {
  await sql`
    create table place_code (
      token text primary key check (token ~ '^[A-Za-z0-9._~-]{16,32}$'),
      ${PLACE},
      made_at timestamptz not null,
      revoked_at timestamptz
    )`.execute(db)
  await sql`
    create unique index place_code_current on place_code (place_kind, place_id) where revoked_at is null
  `.execute(db)
  await sql`
    create table screen (
      id text primary key check (length(id) between 1 and 16),
      office_id text not null references office (id),
      key bytea not null check (length(key) = 32),
      paired_at timestamptz not null,
      paired_by uuid references resident (id),
      revoked_at timestamptz
    )`.execute(db)
  await sql`create index screen_office on screen (office_id)`.execute(db)
  await sql`create index screen_paired_by on screen (paired_by) where paired_by is not null`.execute(db)
  await sql`
    create table screen_pairing (
      token_hash bytea primary key check (length(token_hash) = 32),
      pairing_id text not null unique,
      digits text not null check (digits ~ '^[0-9]{2}$'),
      wrong_tries integer not null default 0 check (wrong_tries >= 0),
      started_at timestamptz not null,
      screen_id text unique references screen (id)
    )`.execute(db)
  await sql`create index screen_pairing_started on screen_pairing (started_at)`.execute(db)
  await sql`
    create table ticket_key (
      single boolean primary key default true check (single),
      seed bytea not null check (length(seed) = 32)
    )`.execute(db)
  // Chance of this deployment's own: whoever knows another one's forges no ticket here.
  await sql`insert into ticket_key (seed) values (${randomBytes(32)})`.execute(db)
}

async function receipts(db: Db): Promise<void> {
  await sql`
    create table receipt (
      token_hash bytea primary key check (length(token_hash) = 32),
      ${PLACE},
      grade text not null check (grade in ${GRADES}),
      opened_at timestamptz not null,
      taken_by uuid references resident (id),
      taken_at timestamptz
    )`.execute(db)
  await sql`create index receipt_opened on receipt (opened_at)`.execute(db)
  await sql`create index receipt_taken_by on receipt (taken_by) where taken_by is not null`.execute(db)
}

async function presence(db: Db): Promise<void> {
  await sql`
    create table visit (
      id uuid primary key default gen_random_uuid(),
      resident_id uuid references resident (id),
      ${PLACE},
      day date not null,
      at timestamptz not null,
      grade text not null check (grade in ${GRADES}),
      flags text[] not null default '{}',
      act_id uuid not null,
      undone_at timestamptz
    )`.execute(db)
  await sql`
    create unique index visit_once on visit (resident_id, place_kind, place_id, day) where undone_at is null
  `.execute(db)
  await sql`create index visit_place on visit (place_kind, place_id, day)`.execute(db)
  await sql`create index visit_act on visit (act_id)`.execute(db)
  await sql`
    create table door_entry (
      id uuid primary key default gen_random_uuid(),
      activity_id text not null references activity (id),
      kind text not null check (kind in ('walk_in', 'attended', 'door')),
      member_id uuid references party_member (id),
      resident_id uuid references resident (id),
      without_phone boolean not null,
      holds_seat boolean not null,
      door_flag text check (door_flag in ('no_room', 'released', 'cancelled', 'activity_not_now', 'roll_closed')),
      before_state text check (before_state in ${MEMBER_STATES}),
      before_released boolean,
      at timestamptz not null,
      grade text not null check (grade in ${GRADES}),
      flags text[] not null default '{}',
      act_id uuid not null,
      undone_at timestamptz,
      check (kind <> 'attended' or (member_id is not null and before_state is not null)),
      check (kind <> 'door' or door_flag is not null),
      check (kind = 'walk_in' or not holds_seat),
      check (not without_phone or (resident_id is null and member_id is null))
    )`.execute(db)
  await sql`
    create unique index door_entry_member on door_entry (member_id) where undone_at is null and member_id is not null
  `.execute(db)
  await sql`
    create unique index door_entry_walk_in on door_entry (activity_id, resident_id)
    where undone_at is null and resident_id is not null`.execute(db)
  await sql`create index door_entry_resident on door_entry (resident_id) where resident_id is not null`.execute(
    db,
  )
  await sql`create index door_entry_activity on door_entry (activity_id)`.execute(db)
  await sql`
    create table gift_mark (
      id bigint generated always as identity primary key,
      entry_id uuid not null references door_entry (id),
      at timestamptz not null,
      second boolean not null,
      undone_at timestamptz
    )`.execute(db)
  await sql`
    create unique index gift_once on gift_mark (entry_id) where undone_at is null and not second`.execute(db)
}

async function history(db: Db): Promise<void> {
  await sql`
    create table check_in_history (
      id bigint generated always as identity primary key,
      visit_id uuid references visit (id),
      entry_id uuid references door_entry (id),
      act text not null check (act in ('recorded', 'gift', 'undone')),
      reason text,
      at timestamptz not null,
      by_resident uuid references resident (id),
      check (act <> 'undone' or reason is not null)
    )`.execute(db)
  await sql`create index check_in_history_visit on check_in_history (visit_id) where visit_id is not null`.execute(
    db,
  )
  await sql`create index check_in_history_entry on check_in_history (entry_id) where entry_id is not null`.execute(
    db,
  )
  await sql`
    create index check_in_history_by on check_in_history (by_resident) where by_resident is not null
  `.execute(db)
  await sql`
    create trigger append_only before update or delete on check_in_history
    for each row execute function refuse_rewriting()`.execute(db)
}

async function refusals(db: Db): Promise<void> {
  await sql`
    create table refused_scan (
      id bigint generated always as identity primary key,
      reason text not null check (reason in ('code_unknown', 'code_forged', 'code_expired', 'code_future',
        'revoked_screen', 'place_closed', 'activity_not_now', 'not_registered', 'cancelled', 'no_room')),
      kind text not null check (kind in ('poster', 'rolling', 'ticket', 'number', 'walk-in', 'unknown')),
      place_kind text check (place_kind in ('office', 'activity')),
      place_id text,
      at timestamptz not null
    )`.execute(db)
  await sql`create index refused_scan_at on refused_scan (at)`.execute(db)
  await sql`
    create table wrong_number (
      id bigint generated always as identity primary key,
      activity_id text not null references activity (id),
      resident_id uuid not null references resident (id),
      at timestamptz not null
    )`.execute(db)
  await sql`create index wrong_number_phone on wrong_number (resident_id, activity_id, at)`.execute(db)
}
