import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * What the user that programs serve with may not do itself, as functions of the owner: let go of a person in history,
 * delete history that is old enough, count small
 * tables for the planner, and sort the search's index. Who may call them: `grants.ts`.
 */
export const runTimeUser: Migration = {
  name: '0035-run-time-user',
  oldestProgram: '0031-more-changes',
  async up(db) {
    // Deleting is refused by a trigger, to the owner too; only `prune_history` says that it is meant.
    await sql`
      create or replace function refuse_rewriting() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and current_setting('living_room.pruning', true) = 'on' then
          return old;
        end if;
        if tg_op = 'UPDATE' and new.by_resident is null
          and to_jsonb(new) - 'by_resident' = to_jsonb(old) - 'by_resident' then
          return new;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$`.execute(db)
    await sql`
      create function forget_person(person uuid) returns void language plpgsql security definer
      set search_path = pg_catalog, public, pg_temp as $$
      begin
        update activity_history set by_resident = null where by_resident = person;
        update activity_change set by_resident = null where by_resident = person;
        update member_history set by_resident = null where by_resident = person;
        update check_in_history set by_resident = null where by_resident = person;
        update notice_history set by_resident = null where by_resident = person;
        update suggestion_history set by_resident = null where by_resident = person;
      end $$`.execute(db)
    // The oldest rows come first in each table, a thousand at a time: a job asks each minute. What became of an
    // activity (activity_change) is no record of who did what, and stays with it.
    await sql`
      create function prune_history(before timestamptz) returns integer language plpgsql security definer
      set search_path = pg_catalog, public, pg_temp as $$
      declare
        name text;
        pruned integer;
        total integer := 0;
      begin
        if before > clock_timestamp() - interval '1000 days'
          + (select clock_offset_ms from database_mode) * interval '1 millisecond' then
          raise exception 'history of the last 1000 days stays' using errcode = 'restrict_violation';
        end if;
        perform set_config('living_room.pruning', 'on', true);
        foreach name in array array['activity_history', 'member_history', 'check_in_history', 'notice_history',
          'suggestion_history', 'staff_act']
        loop
          execute format(
            'delete from %1$I where at < $1 and id in (select id from %1$I order by id limit 1000)', name
          ) using before;
          get diagnostics pruned = row_count;
          total := total + pruned;
        end loop;
        perform set_config('living_room.pruning', 'off', true);
        return total;
      end $$`.execute(db)
    await sql`
      create function sort_search_index() returns void language sql security definer
      set search_path = pg_catalog, public, pg_temp as $$
        select gin_clean_pending_list('search_document_terms')
      $$`.execute(db)
    await sql`
      create function analyze_small_tables(below bigint) returns void language plpgsql security definer
      set search_path = pg_catalog, public, pg_temp as $$
      declare
        name text;
      begin
        for name in
          select relname from pg_class
          where relkind = 'r' and relnamespace = 'public'::regnamespace
            and (pg_relation_size(oid) < below or reltuples < 0)
          order by relname
        loop
          execute format('analyze (skip_locked) %I', name);
        end loop;
      end $$`.execute(db)
  },
}
