import { sql } from 'kysely'
import type { Migration } from '../migration'

/** Who waits is told that seats became free in the last hours, when whoever asks first has them. */
export const seatsFree: Migration = {
  name: '0020-seats-free',
  async up(db) {
    await sql`alter table message drop constraint message_kind_check`.execute(db)
    await sql`
      alter table message add constraint message_kind_check check (kind in ('promoted', 'no-longer-fits',
        'seats-free', 'changed', 'withdrawn', 'reminder', 'lapsed', 'double', 'left-alone'))`.execute(db)
  },
}
