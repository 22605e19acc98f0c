import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Reports about places carry when staff dealt with them; what is open is found by its own index. */
export const reportHandled: Migration = {
  name: '0013-report-handled',
  async up(db) {
    await sql`alter table facility_report add column handled_at timestamptz`.execute(db)
    await sql`
      create index facility_report_open on facility_report (reported_at desc) where handled_at is null`.execute(
      db,
    )
  },
}
