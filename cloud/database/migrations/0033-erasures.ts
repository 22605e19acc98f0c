import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * Whose records were erased, by ids that lead to nobody any more: a backup of before brings them back, and its restore
 * erases them again by this list. And an id of the database, by which a list is known to belong to a backup.
 */
export const erasures: Migration = {
  name: '0033-erasures',
  oldestProgram: '0031-more-changes',
  async up(db) {
    await sql`create table erasure (resident_id uuid primary key, at timestamptz not null)`.execute(db)
    await sql`create index erasure_at on erasure (at)`.execute(db)
    await sql`alter table database_mode add column id uuid not null default gen_random_uuid()`.execute(db)
  },
}
