import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Staff sees which wall screens still ask what to show. */
export const screenSeen: Migration = {
  name: '0014-screen-seen',
  async up(db) {
    await sql`alter table screen add column seen_at timestamptz`.execute(db)
  },
}
