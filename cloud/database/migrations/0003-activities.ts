import { sql } from 'kysely'
import type { Migration } from '../migration'

const ACCESS = sql`text not null default 'unverified' check`

/**
 * What takes place, where and when; who changed it; and the stalls of a market. `seats_in_use` is the counter
 * of the house: it moves only under the lock of its row, and never leaves `0 … capacity`.
 */
export const activities: Migration = {
  name: '0003-activities',
  async up(db) {
    const answer = (name: string) =>
      sql`${sql.ref(name)} ${ACCESS} (${sql.ref(name)} in ('yes', 'no', 'unverified'))`
    await sql`
      create table activity (
        id text primary key,
        kind text not null check (kind in ('registered', 'open', 'workshop')),
        status text not null check (status in ('draft', 'published', 'withdrawn')),
        origin text not null check (origin in ('pack', 'staff')),
        topic text not null
          check (topic in ('market', 'class', 'health', 'family', 'culture', 'volunteer', 'meeting', 'other')),
        title text not null,
        about text,
        bring text,
        host text,
        for_whom text,
        place text not null,
        office_id text references office (id),
        part_of text references activity (id) check (part_of <> id),
        series_id text,
        series_day date,
        sample boolean not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        opens_at timestamptz,
        closes_at timestamptz,
        capacity integer check (capacity >= 1),
        seats_in_use integer not null default 0,
        next_join_number integer not null default 1 check (next_join_number >= 1),
        waitlist_limit integer not null default 50 check (waitlist_limit >= 0),
        cool_down boolean not null default false,
        min_age smallint check (min_age between 0 and 150),
        max_age smallint check (max_age between 0 and 150),
        compound_ids text[] not null default '{}',
        neighbourhood_ids text[] not null default '{}',
        questions jsonb not null default '[]',
        ${answer('step_free')},
        ${answer('ramp')},
        ${answer('lift')},
        ${answer('accessible_toilet')},
        ${answer('hearing_loop')},
        door_width_cm smallint check (door_width_cm > 0),
        access_verified_on date,
        ${answer('toilet')},
        ${answer('baby_room')},
        ${answer('drinking_water')},
        service_phone text,
        roll_closed_at timestamptz,
        edited_at timestamptz,
        check (starts_at < ends_at),
        check (opens_at is null or opens_at < coalesce(closes_at, starts_at)),
        check (closes_at <= starts_at),
        check ((kind = 'open') = (capacity is null)),
        check (kind <> 'open' or (opens_at is null and closes_at is null)),
        check ((kind = 'workshop') = (part_of is not null)),
        check (not (cool_down and kind <> 'registered')),
        check (min_age <= max_age),
        check (seats_in_use between 0 and coalesce(capacity, 0)),
        check ((series_id is null) = (series_day is null)),
        unique (series_id, series_day)
      )`.execute(db)
    await sql`create index activity_starts_at on activity (starts_at, id)`.execute(db)
    await sql`create index activity_part_of on activity (part_of) where part_of is not null`.execute(db)
    await sql`create index activity_office on activity (office_id) where office_id is not null`.execute(db)
    await refuseRewriting(db)
    await appendOnly(
      db,
      'activity_history',
      sql`
        act text not null check (act in ('saved', 'submitted', 'approved', 'withdrawn', 'capacity', 'opened-list')),
        detail jsonb not null default '{}',`,
    )
    await appendOnly(
      db,
      'activity_change',
      sql`
        kind text not null check (kind in ('as-planned', 'indoors', 'postponed', 'cancelled', 'decided-tomorrow')),
        place text,
        decision_at timestamptz,
        former_starts_at timestamptz,
        check (kind <> 'indoors' or place is not null),
        check (kind <> 'decided-tomorrow' or decision_at is not null),
        check (kind <> 'postponed' or former_starts_at is not null),`,
    )
    await stalls(db)
  },
}

type Db = Parameters<Migration['up']>[0]

/** History is written once; only who did it may be forgotten. */
async function refuseRewriting(db: Db): Promise<void> {
  await sql`
    create function refuse_rewriting() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.by_resident is null
        and to_jsonb(new) - 'by_resident' = to_jsonb(old) - 'by_resident' then
        return new;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)
}

async function appendOnly(db: Db, table: string, columns: ReturnType<typeof sql>): Promise<void> {
  await sql`
    create table ${sql.table(table)} (
      id bigint generated always as identity primary key,
      activity_id text not null references activity (id),
      ${columns}
      at timestamptz not null,
      by_resident uuid references resident (id)
    )`.execute(db)
  await sql`create index ${sql.ref(`${table}_activity`)} on ${sql.table(table)} (activity_id, id)`.execute(db)
  await sql`
    create index ${sql.ref(`${table}_by`)} on ${sql.table(table)} (by_resident) where by_resident is not null
  `.execute(db)
  await sql`
    create trigger append_only before update or delete on ${sql.table(table)}
    for each row execute function refuse_rewriting()`.execute(db)
}

async function stalls(db: Db): Promise<void> {
  await sql`
    create table stall (
      id uuid primary key default gen_random_uuid(),
      activity_id text not null references activity (id),
      number text not null,
      kind text not null,
      name text,
      unique (activity_id, number),
      unique (activity_id, id)
    )`.execute(db)
  await sql`
    create table stall_application (
      id uuid primary key default gen_random_uuid(),
      activity_id text not null references activity (id),
      applicant_id uuid references resident (id),
      kind text not null,
      offer text not null,
      state text not null check (state in ('applied', 'assigned', 'declined', 'withdrawn')),
      stall_id uuid,
      applied_at timestamptz not null,
      foreign key (activity_id, stall_id) references stall (activity_id, id),
      check ((state = 'assigned') = (stall_id is not null))
    )`.execute(db)
  await sql`create unique index stall_one_applicant on stall_application (stall_id) where stall_id is not null`.execute(
    db,
  )
  await sql`
    create unique index applicant_one_stall on stall_application (activity_id, applicant_id)
    where state in ('applied', 'assigned')`.execute(db)
  await sql`
    create index stall_application_applicant on stall_application (applicant_id) where applicant_id is not null
  `.execute(db)
}
