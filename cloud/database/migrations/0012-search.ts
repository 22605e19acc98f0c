import { sql, type Kysely } from 'kysely'
import type { Migration } from '../migration'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- written against the schema of its own day
type Db = Kysely<any>

/** The index of the search, and triggers that say whose source has changed. */
export const search: Migration = {
  name: '0012-search',
  async up(db) {
    await tables(db)
    await watchDirectory(db)
    await watchLifeCircle(db)
    await watchActivities(db)
    await watch(db, 'article', sql`select 'news', one.id`)
    await watch(db, 'explained_word', sql`select 'word', one.id`)
    await sql`
      insert into search_stale (kind, id)
      select 'office', id from office union all
      select 'service', id from service union all
      select 'facility', id from facility union all
      select 'word', id from explained_word union all
      select 'news', id from article union all
      select distinct 'activity', coalesce(series_id, id) from activity`.execute(db)
  },
}

async function tables(db: Db): Promise<void> {
  await sql`
    create table search_document (
      kind text not null check (kind in ('office', 'service', 'facility', 'activity', 'word', 'news')),
      id text not null,
      standing integer not null,
      gone boolean not null,
      ends_at timestamptz,
      fields jsonb not null,
      about text,
      offices text[] not null,
      terms text[] not null,
      primary key (kind, id)
    ) with (toast_tuple_target = 128)`.execute(db)
  // A common word is in many documents: which of them stand first has to be read off narrow rows.
  await sql`
    alter table search_document
      alter column terms set storage external, alter column fields set storage external,
      alter column about set storage external`.execute(db)
  await sql`create index search_document_terms on search_document using gin (terms)`.execute(db)
  await sql`
    create table search_stale (
      number bigint generated always as identity primary key,
      kind text not null,
      id text not null
    )`.execute(db)
  await sql`create table search_sound (character text primary key, sound text not null)`.execute(db)
}

/** An office is found by its services, by the compounds of its neighbourhood, and by its own words. */
async function watchDirectory(db: Db): Promise<void> {
  await watch(
    db,
    'office',
    sql`
      select 'office', one.id union all
      select 'service', service_id from office_service where office_id = one.id`,
  )
  await watch(
    db,
    'office_service',
    sql`select 'office', one.office_id union all select 'service', one.service_id`,
  )
  await watch(
    db,
    'service',
    sql`
      select 'service', one.id union all
      select 'office', office_id from office_service where service_id = one.id union all
      select 'facility', facility.id from facility join facility_kind as kind on kind.id = kind_id
      where facility.name = any(one.also_called || one.name) or kind.name = any(one.also_called || one.name)`,
  )
  const servedBy = (neighbourhood: ReturnType<typeof sql>) => sql`
    select 'office', id from office where neighbourhood_id = ${neighbourhood} union all
    select 'office', office_id from neighbourhood where id = ${neighbourhood} and office_id is not null`
  await watch(db, 'compound', servedBy(sql`one.neighbourhood_id`))
  await watch(
    db,
    'neighbourhood',
    sql`${servedBy(sql`one.id`)} union all select 'office', one.office_id where one.office_id is not null`,
  )
}

async function watchLifeCircle(db: Db): Promise<void> {
  await watch(db, 'facility', sql`select 'facility', one.id`)
  await watch(db, 'facility_kind', sql`select 'facility', id from facility where kind_id = one.id`)
}

/** A series is one document. Seats come and go without changing what an activity is found by. */
async function watchActivities(db: Db): Promise<void> {
  await sql`create index activity_series on activity ((coalesce(series_id, id)), starts_at)`.execute(db)
  await watch(
    db,
    'activity',
    sql`select 'activity', coalesce(one.series_id, one.id)`,
    sql`update of status, origin, topic, title, about, bring, host, for_whom, place, office_id, series_id, starts_at, ends_at`,
  )
}

/** After each change of a row, what it was and what it is are asked whose documents they make. */
async function watch(
  db: Db,
  table: string,
  concerned: ReturnType<typeof sql>,
  update: ReturnType<typeof sql> = sql`update`,
): Promise<void> {
  const name = sql.ref(`search_watch_${table}`)
  await sql`
    create function ${name}() returns trigger language plpgsql as $$
    declare
      one ${sql.table(table)};
    begin
      if tg_op <> 'INSERT' and (tg_op = 'DELETE' or new is distinct from old) then
        one := old;
        insert into search_stale (kind, id) ${concerned};
      end if;
      if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new is distinct from old) then
        one := new;
        insert into search_stale (kind, id) ${concerned};
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger search_watch after insert or delete or ${update} on ${sql.table(table)}
    for each row execute function ${name}()`.execute(db)
}
