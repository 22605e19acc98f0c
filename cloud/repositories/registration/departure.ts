import { sql, type Transaction } from 'kysely'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'

type Tx = Transaction<Schema>

/** Who goes with a resident: themselves, and the family records they keep that nobody has claimed. */
export async function identitiesOf(tx: Tx, residentId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('family_member as record')
    .leftJoin('family_link as link', 'link.family_member_id', 'record.id')
    .select('record.id')
    .where('keeper_id', '=', residentId)
    .where('link.resident_id', 'is', null)
    .execute()
  return [residentId, ...rows.map(({ id }) => id)]
}

/** Activities that have not started and in which somebody of theirs is expected, by rising id. */
export async function activitiesToLeave(
  tx: Tx,
  residentId: string,
  now: Instant,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct activity.id
    from party_member as member join activity on activity.id = activity_id
    where (
      resident_id = ${residentId}
      or family_member_id in (select id from family_member where keeper_id = ${residentId})
    ) and state in ('waiting', 'confirmed') and starts_at > ${at(now)}
    order by activity.id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Takes what somebody said and who they are out of the rows that stay. Members who were them become tombstones; a
 * stall they had is free again.
 */
export async function forgetPerson(tx: Tx, residentId: string): Promise<void> {
  await tx
    .updateTable('registration')
    .set({ answers: '{}', help_wanted: null, phone_sealed: null, telling: 'none' })
    .where('registrant_id', '=', residentId)
    .execute()
  await tx
    .updateTable('party_member')
    .set({ resident_id: null, family_member_id: null })
    .where('resident_id', '=', residentId)
    .execute()
  await sql`
    update stall set name = null
    from stall_application as application where stall_id = stall.id and applicant_id = ${residentId}
  `.execute(tx)
  await tx
    .updateTable('stall_application')
    .set({ state: 'withdrawn', stall_id: null, offer: '' })
    .where('applicant_id', '=', residentId)
    .execute()
}
