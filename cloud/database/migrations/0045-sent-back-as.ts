import { sql } from 'kysely'
import type { Migration } from '../migration'

/** A draft keeps how it read when it was sent back: who approves sees what changed since. */
export const sentBackAs: Migration = {
  name: '0045-sent-back-as',
  oldestProgram: '0039-stall-calls',
  async up(db) {
    await sql`alter table draft add column sent_back_as jsonb`.execute(db)
  },
}
