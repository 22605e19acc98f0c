import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Registration } from '../../../core/domain/registration/party'
import type { Schema } from '../../database/schema'
import { recordedQueue, type RecordedParty } from './queue'

/** Four digits, as people read and type it. */
export const numberText = (number: number): string => String(number).padStart(4, '0')

/** Registrations with their members, as the rules see them, as one JSON list. */
const parties = (condition: RawBuilder<unknown>): RawBuilder<readonly Registration[]> => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', registration.id, 'registrantId', registrant_id, 'joinNumber', join_number,
    'number', lpad(number::text, 4, '0'),
    'members', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', member.id, 'identity', coalesce(resident_id, family_member_id, guest_id), 'child', child,
        'state', state, 'released', released
      ) order by member.id)
      from party_member as member where registration_id = registration.id
    ), '[]')
  )), '[]')
  from registration where ${condition}
)`

export interface JoiningFactsRow {
  /** Identities of the party that are live here already, or walked in. */
  readonly registered: readonly string[]
  /** The caller's own registrations of this activity; for a guest, the one that is used again. */
  readonly own: readonly Registration[]
  readonly queue: readonly RecordedParty[]
  /** Those of the wanted numbers that are taken. */
  readonly taken: readonly number[]
}

/** All that joining is decided by beyond the activity itself, in one statement; asked under its lock. */
export async function readJoiningFacts(
  tx: Transaction<Schema>,
  activityId: string,
  own: { readonly registrantId: string } | { readonly registrationId: string | null },
  identities: readonly string[],
  wanted: readonly number[],
): Promise<JoiningFactsRow> {
  const ownRows =
    'registrantId' in own ? sql`registrant_id = ${own.registrantId}` : sql`id = ${own.registrationId}::uuid`
  const { rows } = await sql<JoiningFactsRow>`
    select
      array(
        select coalesce(resident_id, family_member_id, guest_id)::text from party_member
        where activity_id = ${activityId} and state <> 'cancelled'
          and coalesce(resident_id, family_member_id, guest_id) = any (${identities}::uuid[])
        union
        select resident_id::text from door_entry
        where activity_id = ${activityId} and undone_at is null and resident_id = any (${identities}::uuid[])
      ) as registered,
      ${parties(sql`${ownRows} and activity_id = ${activityId}`)} as own,
      ${recordedQueue(activityId)} as queue,
      array(
        select number::integer from registration
        where activity_id = ${activityId} and number = any (${wanted}::smallint[])
      ) as taken
  `.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a question without a table has no answer')
  return row
}

/** Every number that is taken in an activity, where a handful of tries found none free. */
export async function readTakenNumbers(
  tx: Transaction<Schema>,
  activityId: string,
): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('registration')
    .select('number')
    .where('activity_id', '=', activityId)
    .execute()
  return rows.map(({ number }) => number)
}

export interface PartyFacts {
  readonly registration: Registration
  readonly queue: readonly RecordedParty[]
}

/** One registration and the queue of its activity, in one statement; asked under the activity's lock. */
export async function readPartyFacts(
  tx: Transaction<Schema>,
  activityId: string,
  registrationId: string,
): Promise<PartyFacts> {
  const { rows } = await sql<{ found: readonly Registration[]; queue: readonly RecordedParty[] }>`
    select ${parties(sql`id = ${registrationId}`)} as found, ${recordedQueue(activityId)} as queue
  `.execute(tx)
  const registration = rows[0]?.found[0]
  if (registration === undefined) throw new Error('a registration vanished, which never happens')
  return { registration, queue: rows[0]?.queue ?? [] }
}

/** All registrations of an activity. */
export async function readParties(tx: Kysely<Schema>, activityId: string): Promise<readonly Registration[]> {
  const row = await tx
    .selectNoFrom(parties(sql`activity_id = ${activityId}`).as('found'))
    .executeTakeFirstOrThrow()
  return row.found
}

/** One registration of an activity. */
export async function findRegistration(
  db: Kysely<Schema>,
  activityId: string,
  registrationId: string,
): Promise<Registration | null> {
  const condition = sql`id = ${registrationId} and activity_id = ${activityId}`
  const row = await db.selectNoFrom(parties(condition).as('found')).executeTakeFirstOrThrow()
  return row.found[0] ?? null
}

/** Registrations of an activity that this resident made or was handed a place in. */
export async function readPartiesOf(
  db: Kysely<Schema>,
  activityId: string,
  residentId: string,
): Promise<readonly Registration[]> {
  const condition = sql`activity_id = ${activityId} and (
    registrant_id = ${residentId}
    or id in (select registration_id from party_member where resident_id = ${residentId})
  )`
  const row = await db.selectNoFrom(parties(condition).as('found')).executeTakeFirstOrThrow()
  return row.found
}

/** The activity of a registration that this resident made or was handed a place in; `null` for all others. */
export async function findOwnActivity(
  db: Kysely<Schema>,
  registrationId: string,
  residentId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('registration')
    .select('activity_id')
    .where('id', '=', registrationId)
    .where((column) =>
      column.or([
        column('registrant_id', '=', residentId),
        column.exists(
          column
            .selectFrom('party_member')
            .select('party_member.id')
            .whereRef('registration_id', '=', 'registration.id')
            .where('resident_id', '=', residentId),
        ),
      ]),
    )
    .executeTakeFirst()
  return row?.activity_id ?? null
}
