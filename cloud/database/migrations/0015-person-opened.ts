import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Staff who open one person at a door stand in the history of the activity. */
export const personOpened: Migration = {
  name: '0015-person-opened',
  async up(db) {
    await sql`
      alter table activity_history drop constraint activity_history_act_check,
        add constraint activity_history_act_check check (act in ('saved', 'submitted', 'approved', 'withdrawn',
          'capacity', 'opened-list', 'opened-person', 'roll-closed', 'roll-corrected'))
    `.execute(db)
  },
}
