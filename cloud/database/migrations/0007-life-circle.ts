import { sql } from 'kysely'
import type { Migration } from '../migration'

/** The life circle: kinds of places, places, streets, and what residents report about them. */
export const lifeCircle: Migration = {
  name: '0007-life-circle',
  async up(db) {
    await sql`
      create table facility_kind (
        id text primary key,
        name text not null,
        sign text not null,
        kind_group text not null check (kind_group in ('living', 'working', 'leisure', 'learning', 'care')),
        target_minutes smallint not null check (target_minutes between 1 and 60),
        target_verified boolean not null,
        complete boolean not null,
        sort_order integer not null
      )`.execute(db)
    await sql`
      create table facility (
        id text primary key,
        kind_id text not null references facility_kind (id) deferrable initially deferred,
        name text not null,
        address text,
        longitude double precision check (longitude between -180 and 180),
        latitude double precision check (latitude between -90 and 90),
        position_verified boolean not null,
        phone text,
        hours text,
        step_free text not null check (step_free in ('yes', 'no', 'unverified')),
        ramp text not null check (ramp in ('yes', 'no', 'unverified')),
        accessible_toilet text not null check (accessible_toilet in ('yes', 'no', 'unverified')),
        source text,
        verified_on date,
        sort_order integer not null,
        check ((longitude is null) = (latitude is null))
      )`.execute(db)
    await sql`
      create table street_graph (
        single boolean primary key default true check (single),
        version text not null,
        form bytea not null
      )`.execute(db)
    await sql`
      create table facility_report (
        id uuid primary key default gen_random_uuid(),
        facility_id text,
        reason text not null check (reason in ('closed', 'moved', 'hours', 'access', 'missing', 'other')),
        note text,
        reporter_id uuid references resident (id),
        reported_at timestamptz not null
      )`.execute(db)
    await sql`create index facility_report_reporter on facility_report (reporter_id)`.execute(db)
    await sql`create index facility_report_newest on facility_report (reported_at desc)`.execute(db)
  },
}
