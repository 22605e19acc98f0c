import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * The database is the truth: what the desk may change says when it was changed and counts its versions, what it removed
 * is never loaded again, and each fact about a place says who checked it, when and how.
 */
export const editedPlaces: Migration = {
  name: '0037-edited-places',
  oldestProgram: '0031-more-changes',
  async up(db) {
    const version = sql`add column version integer not null default 1 check (version > 0)`
    for (const table of [
      'setting',
      'neighbourhood',
      'compound',
      'service',
      'facility_kind',
      'facility',
      'article',
      'notice',
    ])
      await sql`alter table ${sql.table(table)} add column edited_at timestamptz, ${version}`.execute(db)
    await sql`alter table office ${version}`.execute(db)
    await sql`
      create table removed_row (
        kind text not null,
        id text not null,
        by_post uuid references post (id),
        at timestamptz not null,
        primary key (kind, id)
      )`.execute(db)
    await sql`create index removed_row_by_post on removed_row (by_post)`.execute(db)
    await sql`
      create table place_fact (
        place_kind text not null check (place_kind in ('office', 'facility', 'compound', 'facility_kind')),
        place_id text not null,
        fact text not null,
        how text not null check (how in ('on_site', 'phone', 'document')),
        by_post uuid not null references post (id),
        at timestamptz not null,
        primary key (place_kind, place_id, fact)
      )`.execute(db)
    await sql`create index place_fact_by_post on place_fact (by_post)`.execute(db)
  },
}
