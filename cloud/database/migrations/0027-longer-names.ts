import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Names of people take sixty characters, wherever they stand. */
export const longerNames: Migration = {
  name: '0027-longer-names',
  async up(db) {
    for (const table of ['post', 'invitation']) {
      await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(`${table}_called_check`)}`.execute(
        db,
      )
      await sql`alter table ${sql.table(table)} add constraint ${sql.ref(`${table}_called_check`)}
        check (length(called) between 1 and 60)`.execute(db)
    }
    await sql`alter table family_member add constraint family_member_name_check
      check (length(name) between 1 and 60)`.execute(db)
    await sql`alter table resident_profile add constraint resident_profile_call_name_check
      check (length(call_name) between 1 and 60)`.execute(db)
  },
}
