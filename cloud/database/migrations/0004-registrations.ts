import { sql } from 'kysely'
import type { Migration } from '../migration'

type Db = Parameters<Migration['up']>[0]

/** Who takes part: family records and their links, registrations with their members, and forwarded cards. */
export const registrations: Migration = {
  name: '0004-registrations',
  async up(db) {
    await family(db)
    await parties(db)
    await cards(db)
  },
}

async function family(db: Db): Promise<void> {
  await sql`
    create table resident_profile (
      resident_id uuid primary key references resident (id),
      call_name text,
      born_from smallint,
      born_to smallint,
      check ((born_from is null) = (born_to is null)),
      check (born_from <= born_to)
    )`.execute(db)
  await sql`
    create table family_member (
      id uuid primary key default gen_random_uuid(),
      keeper_id uuid not null references resident (id),
      name text not null,
      relation text not null,
      birth_year smallint not null,
      created_at timestamptz not null,
      unique (id, keeper_id)
    )`.execute(db)
  await sql`create index family_member_keeper on family_member (keeper_id)`.execute(db)
  await sql`
    create table family_link (
      family_member_id uuid primary key references family_member (id) on delete cascade,
      resident_id uuid not null references resident (id),
      linked_at timestamptz not null
    )`.execute(db)
  await sql`create index family_link_resident on family_link (resident_id)`.execute(db)
  await sql`
    create table guardian_consent (
      id bigint generated always as identity primary key,
      family_member_id uuid not null,
      resident_id uuid not null references resident (id),
      version text not null,
      wording text not null,
      given boolean not null,
      at timestamptz not null,
      foreign key (family_member_id, resident_id) references family_member (id, keeper_id) on delete cascade
    )`.execute(db)
  await sql`create index guardian_consent_member on guardian_consent (family_member_id, id)`.execute(db)
  await sql`create index guardian_consent_resident on guardian_consent (resident_id)`.execute(db)
}

/** A person is in an activity once: as a resident where the record is linked, else as the family record itself. */
async function parties(db: Db): Promise<void> {
  await sql`
    create table registration (
      id uuid primary key default gen_random_uuid(),
      activity_id text not null references activity (id),
      registrant_id uuid references resident (id),
      number smallint not null check (number between 0 and 9999),
      join_number integer not null,
      answers jsonb not null,
      help_wanted text,
      telling text not null check (telling in ('wechat', 'phone', 'none')),
      phone_sealed bytea,
      joined_at timestamptz not null,
      confirmed_at timestamptz,
      unique (activity_id, number),
      unique (activity_id, join_number),
      unique (id, activity_id)
    )`.execute(db)
  await sql`
    create index registration_registrant on registration (registrant_id) where registrant_id is not null
  `.execute(db)
  await sql`create index registration_phone on registration (activity_id) where phone_sealed is not null`.execute(
    db,
  )
  await sql`
    create table party_member (
      id uuid primary key default gen_random_uuid(),
      registration_id uuid not null,
      activity_id text not null,
      resident_id uuid references resident (id),
      family_member_id uuid references family_member (id) on delete set null,
      child boolean not null,
      state text not null
        check (state in ('waiting', 'confirmed', 'attended', 'no_show', 'cancelled', 'lapsed')),
      released boolean not null default false,
      presence text check (presence in ('rolling', 'staff', 'poster', 'rolling_late')),
      foreign key (registration_id, activity_id) references registration (id, activity_id),
      check (not released or state in ('confirmed', 'no_show'))
    ) with (fillfactor = 80)`.execute(db)
  await sql`
    create unique index party_member_once on party_member (activity_id, coalesce(resident_id, family_member_id))
    where state <> 'cancelled'`.execute(db)
  await sql`create index party_member_registration on party_member (registration_id)`.execute(db)
  await sql`create index party_member_waiting on party_member (activity_id) where state = 'waiting'`.execute(
    db,
  )
  await sql`create index party_member_resident on party_member (resident_id) where resident_id is not null`.execute(
    db,
  )
  await sql`
    create index party_member_family on party_member (family_member_id) where family_member_id is not null
  `.execute(db)
  await sql`
    create table member_history (
      id bigint generated always as identity primary key,
      member_id uuid not null references party_member (id),
      from_state text,
      to_state text not null,
      released boolean not null,
      act text not null,
      at timestamptz not null,
      by_resident uuid references resident (id)
    )`.execute(db)
  await sql`create index member_history_member on member_history (member_id)`.execute(db)
  await sql`create index member_history_by on member_history (by_resident) where by_resident is not null`.execute(
    db,
  )
  await sql`
    create trigger append_only before update or delete on member_history
    for each row execute function refuse_rewriting()`.execute(db)
}

async function cards(db: Db): Promise<void> {
  await sql`
    create table hand_over_card (
      token_hash bytea primary key check (length(token_hash) = 32),
      sender_id uuid not null references resident (id),
      member_id uuid not null references party_member (id),
      family_member_id uuid not null,
      made_at timestamptz not null,
      foreign key (family_member_id, sender_id) references family_member (id, keeper_id) on delete cascade
    )`.execute(db)
  await sql`create index hand_over_card_sender on hand_over_card (sender_id)`.execute(db)
  await sql`create index hand_over_card_family on hand_over_card (family_member_id)`.execute(db)
}
