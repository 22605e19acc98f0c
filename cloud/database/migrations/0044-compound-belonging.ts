import { sql } from 'kysely'
import type { Migration } from '../migration'

/** A compound may be on the list before anybody knows to which neighbourhood it belongs. */
export const compoundBelonging: Migration = {
  name: '0044-compound-belonging',
  oldestProgram: '0031-more-changes',
  async up(db) {
    await sql`alter table compound alter column neighbourhood_id drop not null`.execute(db)
    await sql`
      alter table compound add constraint compound_belonging_known
        check (neighbourhood_id is not null or not neighbourhood_verified)`.execute(db)
  },
}
