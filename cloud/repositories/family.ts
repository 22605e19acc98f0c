import { sql, type Kysely, type Transaction } from 'kysely'
import type { Myself } from '../../core/contract/registration/family'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Schema } from '../database/schema'

type Tx = Transaction<Schema>

export interface FamilyRecord {
  readonly familyMemberId: string
  readonly name: string
  readonly relation: string
  readonly birthYear: number
  readonly guardianConsent: boolean
  readonly claimed: boolean
}

/** In the order in which they were added. */
export async function readFamily(db: Kysely<Schema>, keeperId: string): Promise<readonly FamilyRecord[]> {
  const { rows } = await sql<FamilyRecord>`
    select record.id as "familyMemberId", name, relation, birth_year as "birthYear",
      link.resident_id is not null as claimed,
      coalesce((
        select given from guardian_consent where family_member_id = record.id order by guardian_consent.id desc limit 1
      ), false) as "guardianConsent"
    from family_member as record left join family_link as link on link.family_member_id = record.id
    where keeper_id = ${keeperId} order by created_at, record.id
  `.execute(db)
  return rows
}

export async function readMyself(db: Kysely<Schema>, residentId: string): Promise<Myself> {
  const row = await db
    .selectFrom('resident_profile')
    .select(['call_name', 'born_from', 'born_to'])
    .where('resident_id', '=', residentId)
    .executeTakeFirst()
  const { call_name: callName = null, born_from: from = null, born_to: to = null } = row ?? {}
  return { callName, born: from === null || to === null ? null : [from, to] }
}

export async function recordMyself(tx: Tx, residentId: string, { callName, born }: Myself): Promise<void> {
  const said = { call_name: callName, born_from: born?.[0] ?? null, born_to: born?.[1] ?? null }
  await tx
    .insertInto('resident_profile')
    .values({ resident_id: residentId, ...said })
    .onConflict((conflict) => conflict.column('resident_id').doUpdateSet(said))
    .execute()
}

export async function recordFamilyMember(
  tx: Tx,
  keeperId: string,
  member: { name: string; relation: string; birthYear: number },
  now: Instant,
): Promise<string> {
  const { name, relation, birthYear } = member
  const { id } = await tx
    .insertInto('family_member')
    .values({ keeper_id: keeperId, name, relation, birth_year: birthYear, created_at: new Date(now) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps a record of the caller's from being registered or claimed meanwhile; false where there is none. */
export async function lockFamilyMember(tx: Tx, familyMemberId: string, keeperId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('family_member')
    .select('id')
    .where('id', '=', familyMemberId)
    .where('keeper_id', '=', keeperId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Activities that are not over in which the record takes part or waits. */
export async function activitiesAhead(
  tx: Tx,
  familyMemberId: string,
  now: Instant,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('party_member as member')
    .innerJoin('activity', 'activity.id', 'member.activity_id')
    .select('activity.id')
    .where('family_member_id', '=', familyMemberId)
    .where('state', 'in', ['waiting', 'confirmed', 'attended'])
    .where('ends_at', '>', at(now))
    .orderBy('activity.id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function removeFamilyMember(tx: Tx, familyMemberId: string): Promise<void> {
  await tx.deleteFrom('family_member').where('id', '=', familyMemberId).execute()
}

export async function recordGuardianConsent(
  tx: Tx,
  consent: {
    familyMemberId: string
    residentId: string
    version: string
    wording: string
    given: boolean
    at: Instant
  },
): Promise<void> {
  const { familyMemberId, residentId, version, wording, given } = consent
  await tx
    .insertInto('guardian_consent')
    .values({
      family_member_id: familyMemberId,
      resident_id: residentId,
      version,
      wording,
      given,
      at: new Date(consent.at),
    })
    .execute()
}
