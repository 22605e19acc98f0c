import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Numbers are compared in digits now: every document is made anew by the job, and serves as it is until then. */
export const searchNumbers: Migration = {
  name: '0028-search-numbers',
  async up(db) {
    await sql`insert into search_stale (kind, id) select kind, id from search_document`.execute(db)
  },
}
