import { sql } from 'kysely'
import type { Database } from '../../../../cloud/database/connect'

/** A visit to each of these offices, a day apart, the last on 23 November 2026 at 9:12 in Shanghai. */
export async function visitOffices(
  db: Database,
  residentId: string,
  officeIds: readonly string[],
): Promise<void> {
  await sql`
    insert into visit (resident_id, place_kind, place_id, day, at, grade, act_id)
    select ${residentId}, 'office', id, day, day + time '01:12', 'poster', gen_random_uuid()
    from (
      select id, timestamp '2026-11-23' - (${officeIds.length}::integer - n) * interval '1 day' as day
      from unnest(${officeIds}::text[]) with ordinality as visited (id, n)
    ) as days`.execute(db)
}
