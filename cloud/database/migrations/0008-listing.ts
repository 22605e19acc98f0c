import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Lists show what has not ended: without this they walk past everything that ever took place. */
export const listing: Migration = {
  name: '0008-listing',
  async up(db) {
    await sql`create index activity_ends_at on activity (ends_at)`.execute(db)
  },
}
