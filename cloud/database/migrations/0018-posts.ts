import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * Who works for the 街道: posts with a role, a place and an end, several for one account; and the log of what was
 * done in their name, which names posts and never a person. The table `staff` of former versions is kept in step
 * for servers that still read it, and goes one version later.
 */
export const posts: Migration = {
  name: '0018-posts',
  async up(db) {
    await sql`
      create table post (
        id uuid primary key default gen_random_uuid(),
        resident_id uuid references resident (id),
        role text not null check (role in ('scanner', 'office', 'lead', 'viewer', 'editor', 'admin')),
        called text not null check (length(called) between 1 and 40),
        office_ids text[] not null default '{}',
        activity_ids text[],
        may_read_log boolean not null default false,
        starts_at timestamptz not null,
        ends_at timestamptz,
        dismissed_at timestamptz,
        invited_by uuid references post (id),
        check (role not in ('office', 'lead') or cardinality(office_ids) > 0),
        check (role in ('office', 'lead', 'viewer') or cardinality(office_ids) = 0),
        check (role = 'scanner' or activity_ids is null),
        check (role = 'viewer' or not may_read_log),
        check (ends_at >= starts_at),
        check (resident_id is not null or dismissed_at is not null)
      )`.execute(db)
    await sql`create index post_resident on post (resident_id) where dismissed_at is null`.execute(db)
    await sql`create index post_invited_by on post (invited_by) where invited_by is not null`.execute(db)
    await sql`
      create function forget_post_holder() returns trigger language plpgsql as $$
      begin
        if new.resident_id is null and old.resident_id is not null then
          new.called := '已注销';
          new.dismissed_at := coalesce(new.dismissed_at, clock_timestamp());
        end if;
        return new;
      end $$`.execute(db)
    await sql`
      create trigger forget_post_holder before update of resident_id on post
      for each row execute function forget_post_holder()`.execute(db)
    await sql`
      insert into post (resident_id, role, called, office_ids, starts_at)
      select resident_id, role, '工作人员', case when office_id is null then '{}' else array[office_id] end, created_at
      from staff`.execute(db)
    await keepStaffInStep(db)
    await sql`
      create table staff_act (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        post_id uuid references post (id),
        source text not null check (source in ('phone', 'desk', 'command')),
        endpoint text not null,
        record_kind text,
        record_id text,
        changed jsonb not null default '{}'
      )`.execute(db)
    await sql`create index staff_act_at on staff_act (at, id)`.execute(db)
    await sql`create index staff_act_post on staff_act (post_id, id)`.execute(db)
    await sql`create index staff_act_record on staff_act (record_kind, record_id, id)`.execute(db)
    await sql`
      create function refuse_changing_staff_act() returns trigger language plpgsql as $$
      begin
        raise exception 'staff_act is append-only' using errcode = 'restrict_violation';
      end $$`.execute(db)
    await sql`
      create trigger append_only before update on staff_act
      for each row execute function refuse_changing_staff_act()`.execute(db)
  },
}

/** A server of the former version sees the widest post that it knows; a lead counts as office staff there. */
async function keepStaffInStep(db: Parameters<Migration['up']>[0]): Promise<void> {
  await sql`
    create function keep_staff_in_step() returns trigger language plpgsql as $$
    declare
      holder uuid := coalesce(new.resident_id, old.resident_id);
    begin
      delete from staff where resident_id = holder;
      insert into staff (resident_id, role, office_id)
      select resident_id,
             case role when 'lead' then 'office' else role end,
             case when role in ('lead', 'office') then office_ids[1] end
      from post
      where resident_id = holder and dismissed_at is null and role <> 'viewer'
      order by array_position(array['admin', 'editor', 'lead', 'office', 'scanner'], role)
      limit 1;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_staff_in_step after insert or update on post
    for each row execute function keep_staff_in_step()`.execute(db)
}
