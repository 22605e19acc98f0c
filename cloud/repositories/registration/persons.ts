import { sql, type Transaction } from 'kysely'
import type { JoiningPerson } from '../../../core/domain/registration/joining/joining'
import { identityOf } from '../../../core/domain/registration/party'
import { inOneTrip } from '../../database/one-trip'
import type { Schema } from '../../database/schema'

/** A person who is to be registered, by the id of the family record or of the guest, or `me`. */
export interface PartyPerson extends JoiningPerson {
  /** The resident whom this is known to be. */
  readonly residentId: string | null
  readonly familyMemberId: string | null
  /** Whom an office registers. */
  readonly guestId: string | null
}

interface PersonRow {
  family_member_id: string | null
  linked_to: string | null
  born_from: number | null
  born_to: number | null
  compound_id: string | null
  neighbourhood_id: string | null
  consent: boolean
}

/**
 * The party in the order that was asked for; `null` when a family record is not the caller's. Holds the records
 * and the residents behind them until the end, so that nobody is removed, claimed or erased meanwhile.
 * @param asked family records; `null` is the caller, who is a person of their own.
 */
export async function lockPersons(
  tx: Transaction<Schema>,
  residentId: string,
  asked: readonly (string | null)[],
): Promise<readonly PartyPerson[] | null> {
  const ids = asked.filter((id) => id !== null)
  const rows =
    ids.length === 0
      ? await readPersons(tx, residentId, ids)
      : await inOneTrip(
          tx,
          (trip) => lockLinked(trip, residentId, ids),
          (trip) => lockRecords(trip, residentId, ids),
          (trip) => readPersons(trip, residentId, ids),
        ).then(([, , read]) => read)
  const byId = new Map(rows.map((row) => [row.family_member_id, row]))
  const persons = asked.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [personOf(row, residentId)]
  })
  return persons.length === asked.length ? persons : null
}

/** Residents before records, as everywhere; whoever is being erased is waited for and then gone. */
async function lockLinked(tx: Transaction<Schema>, keeperId: string, ids: readonly string[]): Promise<void> {
  await sql`
    select from resident
    where id in (
      select link.resident_id from family_link as link join family_member as record on record.id = family_member_id
      where record.id = any (${ids}::uuid[]) and keeper_id = ${keeperId}
    )
    order by id for key share`.execute(tx)
}

async function lockRecords(tx: Transaction<Schema>, keeperId: string, ids: readonly string[]): Promise<void> {
  await sql`
    select from family_member where id = any (${ids}::uuid[]) and keeper_id = ${keeperId} order by id for key share
  `.execute(tx)
}

async function readPersons(
  tx: Transaction<Schema>,
  residentId: string,
  ids: readonly string[],
): Promise<readonly PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select person.*, resident.compound_id, compound.neighbourhood_id
    from (
      select null::uuid as family_member_id, null::uuid as linked_to, born_from, born_to, true as consent
      from (values (1)) as caller left join resident_profile on resident_id = ${residentId}
      union all
      select id, link.resident_id, birth_year, birth_year,
        coalesce((
          select given from guardian_consent as consent
          where consent.family_member_id = record.id order by consent.id desc limit 1
        ), false)
      from family_member as record left join family_link as link on link.family_member_id = record.id
      where id = any (${ids}::uuid[]) and keeper_id = ${residentId}
    ) as person
    join resident on resident.id = ${residentId}
    left join compound on compound.id = resident.compound_id
  `.execute(tx)
  return rows
}

function personOf(row: PersonRow, callerId: string): PartyPerson {
  const residentId = row.family_member_id === null ? callerId : row.linked_to
  return {
    personId: row.family_member_id ?? 'me',
    residentId,
    familyMemberId: row.family_member_id,
    guestId: null,
    identity: identityOf({ id: row.family_member_id ?? callerId, linkedTo: residentId }),
    birthYears:
      row.born_from === null || row.born_to === null ? null : { from: row.born_from, to: row.born_to },
    compoundId: row.compound_id,
    neighbourhoodId: row.neighbourhood_id,
    guardianConsent: row.consent,
  }
}
