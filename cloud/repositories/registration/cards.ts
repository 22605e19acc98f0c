import { sql, type Kysely, type Transaction } from 'kysely'
import type { MemberState } from '../../../core/domain/registration/party'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'

type Tx = Transaction<Schema>

/** The family record behind a member, where the caller keeps it. */
export async function findOwnRecord(
  db: Kysely<Schema>,
  registrationId: string,
  memberId: string,
  keeperId: string,
): Promise<{ familyMemberId: string; state: MemberState; claimed: boolean } | null> {
  const row = await db
    .selectFrom('party_member as member')
    .innerJoin('family_member as record', 'record.id', 'member.family_member_id')
    .leftJoin('family_link as link', 'link.family_member_id', 'record.id')
    .select(['record.id as familyMemberId', 'state', 'link.resident_id'])
    .where('member.id', '=', memberId)
    .where('registration_id', '=', registrationId)
    .where('keeper_id', '=', keeperId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { familyMemberId: row.familyMemberId, state: row.state, claimed: row.resident_id !== null }
}

export async function recordCard(
  tx: Tx,
  card: {
    tokenHash: Buffer
    memberId: string
    at: Instant
  } & ({ senderId: string; familyMemberId: string } | { guestId: string }),
): Promise<void> {
  await tx
    .insertInto('hand_over_card')
    .values({
      token_hash: card.tokenHash,
      sender_id: 'senderId' in card ? card.senderId : null,
      member_id: card.memberId,
      family_member_id: 'familyMemberId' in card ? card.familyMemberId : null,
      guest_id: 'guestId' in card ? card.guestId : null,
      made_at: new Date(card.at),
    })
    .execute()
}

/** Forgets cards that were made before `before` for activities that are over by then; returns how many. */
export async function pruneCards(db: Kysely<Schema>, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('hand_over_card')
    .where('made_at', '<', at(before))
    .where('member_id', 'in', (member) =>
      member
        .selectFrom('party_member')
        .innerJoin('activity', 'activity.id', 'activity_id')
        .select('party_member.id')
        .where('ends_at', '<', at(before)),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Of a family record, with its sender; or of a guest, made by staff. */
export interface FoundCard {
  readonly senderId: string | null
  readonly familyMemberId: string | null
  readonly guestId: string | null
  /** What the guest is called. */
  readonly guestCalled: string | null
  /** Live members of the party. */
  readonly persons: number
  readonly memberId: string
  readonly memberState: MemberState
  readonly registrationId: string
  readonly activityId: string
  readonly claimedBy: string | null
}

export async function findCard(db: Kysely<Schema>, tokenHash: Buffer): Promise<FoundCard | null> {
  const row = await db
    .selectFrom('hand_over_card as card')
    .innerJoin('party_member as member', 'member.id', 'member_id')
    .leftJoin('family_link as link', 'link.family_member_id', 'card.family_member_id')
    .leftJoin('guest', 'guest.id', 'card.guest_id')
    .select([
      'sender_id as senderId',
      'card.family_member_id as familyMemberId',
      'card.guest_id as guestId',
      'guest.called as guestCalled',
      sql<number>`(
        select count(*)::int from party_member as other
        where other.registration_id = member.registration_id and other.state <> 'cancelled'
      )`.as('persons'),
      'member.id as memberId',
      'state as memberState',
      'member.registration_id as registrationId',
      'activity_id as activityId',
      sql<string | null>`coalesce(link.resident_id, guest.keeper_id)`.as('claimedBy'),
    ])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Holds sender and claimant and locks the record, in this order; then nobody registers, removes or claims it
 * meanwhile. False where one of them is gone.
 */
export async function lockRecord(
  tx: Tx,
  { senderId, familyMemberId }: { readonly senderId: string; readonly familyMemberId: string },
  claimantId: string,
): Promise<boolean> {
  const both = [...new Set([senderId, claimantId])]
  const people = await sql`
    select from resident where id = any (${both}::uuid[]) order by id for key share`.execute(tx)
  const record = await sql`select from family_member where id = ${familyMemberId} for update`.execute(tx)
  return people.rows.length === both.length && record.rows.length === 1
}

/** What linking a record to a resident concerns, each by rising id. */
export interface ClaimScope {
  /** Activities still to come in which the record is live. */
  readonly ahead: readonly string[]
  /** These, and those in which the resident has a head of their own beside it and no roll is closed. */
  readonly concerned: readonly string[]
}

export async function activitiesOfClaim(
  tx: Tx,
  familyMemberId: string,
  residentId: string,
  now: Instant,
): Promise<ClaimScope> {
  const { rows } = await sql<{ id: string; ahead: boolean }>`
    select id, ends_at > ${at(now)} as ahead from activity
    where id in (
      select activity_id from party_member where family_member_id = ${familyMemberId} and state <> 'cancelled'
    ) and (
      ends_at > ${at(now)} or roll_closed_at is null and exists (
        select from door_entry
        where activity_id = activity.id and door_entry.resident_id = ${residentId} and undone_at is null
      )
    )
    order by id
  `.execute(tx)
  return { ahead: rows.flatMap(({ id, ahead }) => (ahead ? id : [])), concerned: rows.map(({ id }) => id) }
}

/** Those of these activities in which a resident is live; asked under their locks. */
export async function activitiesWith(
  tx: Tx,
  activityIds: readonly string[],
  residentId: string,
): Promise<readonly string[]> {
  if (activityIds.length === 0) return []
  const rows = await tx
    .selectFrom('party_member')
    .select('activity_id')
    .distinct()
    .where('activity_id', 'in', activityIds)
    .where('resident_id', '=', residentId)
    .where('state', '<>', 'cancelled')
    .orderBy('activity_id')
    .execute()
  return rows.map(({ activity_id }) => activity_id)
}

/** Whether somebody is live in an activity on another place than this one; asked under its lock. */
export async function isLiveIn(
  tx: Tx,
  activityId: string,
  identity: string,
  exceptMemberId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from party_member
    where activity_id = ${activityId} and state <> 'cancelled' and id <> ${exceptMemberId}
      and coalesce(resident_id, family_member_id, guest_id) = ${identity}::uuid
  `.execute(tx)
  return rows.length > 0
}

/**
 * From now on the record is that resident, in every activity; but for those that are over and in which both took
 * part: what was, stays.
 */
export async function recordLink(
  tx: Tx,
  familyMemberId: string,
  residentId: string,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('family_link')
    .values({ family_member_id: familyMemberId, resident_id: residentId, linked_at: new Date(now) })
    .execute()
  await sql`
    update party_member as member set resident_id = ${residentId}
    where family_member_id = ${familyMemberId} and resident_id is null
      and not exists (
        select from party_member as other
        where other.activity_id = member.activity_id and other.resident_id = ${residentId} and other.state <> 'cancelled'
      )
  `.execute(tx)
}
