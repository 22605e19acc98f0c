import { sql } from 'kysely'
import type { Migration } from '../migration'

/** The directory: offices with their hours, entrances and services, neighbourhoods, compounds, settings. */
export const offices: Migration = {
  name: '0002-offices',
  async up(db) {
    const position = sql`
      longitude double precision check (longitude between -180 and 180),
      latitude double precision check (latitude between -90 and 90),
      check ((longitude is null) = (latitude is null))`
    await sql`create table setting (key text primary key, value text not null)`.execute(db)
    await sql`
      create table service (
        id text primary key,
        name text not null,
        also_called text[] not null default '{}',
        description text,
        sort_order integer not null
      )`.execute(db)
    await sql`
      create table neighbourhood (
        id text primary key,
        name text not null unique,
        office_id text,
        phone text,
        sort_order integer not null
      )`.execute(db)
    await sql`
      create table office (
        id text primary key,
        kind text not null check (kind in ('living-room', 'party-service', 'activity-room', 'service-centre')),
        name text not null,
        short_name text not null,
        neighbourhood_id text references neighbourhood (id) deferrable initially deferred,
        address text,
        landmark text,
        ${position},
        position_verified boolean not null,
        phone text,
        status text not null check (status in ('open', 'moved', 'closed')),
        successor_id text references office (id) deferrable initially deferred check (successor_id <> id),
        about text,
        source text,
        verified_on date,
        sort_order integer not null,
        edited_at timestamptz,
        check (successor_id is null or status <> 'open')
      )`.execute(db)
    await sql`
      alter table neighbourhood add foreign key (office_id) references office (id) deferrable initially deferred
    `.execute(db)
    await sql`
      create table compound (
        id text primary key,
        name text not null unique,
        neighbourhood_id text not null references neighbourhood (id) deferrable initially deferred,
        neighbourhood_verified boolean not null,
        ${position},
        position_verified boolean not null,
        grid_contact text,
        grid_phone text,
        source text,
        sort_order integer not null
      )`.execute(db)
    await sql`
      alter table resident add foreign key (compound_id) references compound (id)`.execute(db)
    await sql`
      create table office_service (
        office_id text not null references office (id) on delete cascade,
        service_id text not null references service (id) deferrable initially deferred,
        primary key (office_id, service_id)
      )`.execute(db)
    await sql`
      create table opening_zone (
        office_id text not null references office (id) on delete cascade,
        id text not null,
        name text not null,
        main boolean not null,
        always_open boolean not null,
        hours_known boolean not null,
        opens_on_holidays boolean not null,
        sort_order integer not null,
        primary key (office_id, id),
        check (hours_known or not always_open)
      )`.execute(db)
    await sql`create unique index opening_zone_one_main on opening_zone (office_id) where main`.execute(db)
    await sql`
      create table opening_hours (
        office_id text not null,
        zone_id text not null,
        weekday smallint not null check (weekday between 1 and 7),
        from_minute smallint not null check (from_minute >= 0),
        to_minute smallint not null check (to_minute <= 1440),
        primary key (office_id, zone_id, weekday, from_minute),
        foreign key (office_id, zone_id) references opening_zone (office_id, id) on delete cascade,
        check (from_minute < to_minute)
      )`.execute(db)
    await sql`
      create table hours_exception (
        office_id text not null,
        zone_id text not null,
        day date not null,
        intervals jsonb not null,
        note text,
        set_by uuid references resident (id) on delete set null,
        set_at timestamptz,
        primary key (office_id, zone_id, day),
        foreign key (office_id, zone_id) references opening_zone (office_id, id) on delete cascade
      )`.execute(db)
    await sql`
      create table entrance (
        office_id text not null references office (id) on delete cascade,
        id text not null,
        name text not null,
        ${position},
        step_free text not null check (step_free in ('yes', 'no', 'unverified')),
        ramp text not null check (ramp in ('yes', 'no', 'unverified')),
        lift text not null check (lift in ('yes', 'no', 'unverified')),
        accessible_toilet text not null check (accessible_toilet in ('yes', 'no', 'unverified')),
        hearing_loop text not null check (hearing_loop in ('yes', 'no', 'unverified')),
        door_width_cm smallint check (door_width_cm > 0),
        verified_on date,
        sort_order integer not null,
        primary key (office_id, id)
      )`.execute(db)
    await sql`
      create table staff (
        resident_id uuid primary key references resident (id),
        role text not null check (role in ('scanner', 'office', 'editor', 'admin')),
        office_id text references office (id),
        created_at timestamptz not null default now(),
        check ((role = 'office') = (office_id is not null))
      )`.execute(db)
    await sql`
      create table pack_load (
        id bigint generated always as identity primary key,
        content_hash text not null,
        loaded_at timestamptz not null default now()
      )`.execute(db)
  },
}
