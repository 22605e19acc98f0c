import { sql, type Transaction } from 'kysely'
import type { Schema } from '../../database/schema'

type Tx = Transaction<Schema>

/** Who goes with a resident: themselves, the family records they keep that nobody has claimed, and guests they took over. */
export async function identitiesOf(tx: Tx, residentId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('family_member as record')
    .leftJoin('family_link as link', 'link.family_member_id', 'record.id')
    .select('record.id')
    .where('keeper_id', '=', residentId)
    .where('link.resident_id', 'is', null)
    .execute()
  const guests = await tx.selectFrom('guest').select('id').where('keeper_id', '=', residentId).execute()
  return [residentId, ...[...rows, ...guests].map(({ id }) => id)]
}

/**
 * Activities in which a resident, or a family record of theirs, is on record at all, by rising id: what is written
 * about one of them changes only under its lock, so that staff at a door, or with a stall to give, never meets half
 * an erasure.
 */
export async function activitiesOnRecord(tx: Tx, residentId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select activity_id as id from party_member
    where resident_id = ${residentId}
      or family_member_id in (select id from family_member where keeper_id = ${residentId})
    union select activity_id from registration where registrant_id = ${residentId}
    union select activity_id from door_entry where resident_id = ${residentId}
    union select activity_id from stall_application where applicant_id = ${residentId}
    order by id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Takes what somebody said and who they are out of the rows that stay. Members who were them become tombstones; a
 * stall they had is free again; what they reported of the map stands, without their words.
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
  await tx.updateTable('facility_report').set({ note: null }).where('reporter_id', '=', residentId).execute()
}
