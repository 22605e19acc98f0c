import { sql } from 'kysely'
import type { Migration } from '../migration'

/**
 * Volunteers are told of a change at the activity where they help, without a registration. Programs of before do not
 * know `pending-volunteer` and leave these messages to those that do.
 */
export const volunteersTold: Migration = {
  name: '0042-volunteers-told',
  oldestProgram: '0039-stall-calls',
  async up(db) {
    await sql`alter table message alter column registration_id drop not null`.execute(db)
    await sql`
      alter table message add constraint message_about_check
      check (registration_id is not null or resident_id is not null)`.execute(db)
    await sql`
      alter table message drop constraint message_delivery_check,
      add constraint message_delivery_check check (delivery in
        ('inbox', 'pending', 'pending-volunteer', 'sending', 'sent', 'unsent', 'dropped'))`.execute(db)
    await sql`
      create index message_due_any on message (due_at, id)
      where delivery in ('pending', 'pending-volunteer')`.execute(db)
  },
}
