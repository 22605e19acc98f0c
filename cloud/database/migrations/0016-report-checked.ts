import { sql } from 'kysely'
import type { Migration } from '../migration'

/** WeChat is asked about what residents write to a report, as about suggestions; earlier notes still have to be. */
export const reportChecked: Migration = {
  name: '0016-report-checked',
  async up(db) {
    await sql`
      alter table facility_report
        add column checked text not null default 'passed'
          check (checked in ('passed', 'review', 'unchecked', 'refused')),
        add check (note is null or checked <> 'refused')`.execute(db)
    await sql`update facility_report set checked = 'unchecked' where note is not null`.execute(db)
    await sql`alter table facility_report alter column checked drop default`.execute(db)
    await sql`
      create index facility_report_unchecked on facility_report (reported_at)
      where checked = 'unchecked' and note is not null`.execute(db)
  },
}
