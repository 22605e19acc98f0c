import { sql, type Kysely, type Transaction } from 'kysely'
import type { CheckInFlag } from '../../../core/domain/check-in/place'
import type { NoSeatReason } from '../../../core/domain/registration/attendance/attendance'
import type { MemberPlace, MemberState } from '../../../core/domain/registration/party'
import type { PresenceGrade } from '../../../core/domain/registration/queue/cool-down'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import { executeLater } from '../../database/one-trip'
import type { Schema } from '../../database/schema'
import type { Recording } from './visits'

type Tx = Transaction<Schema>

/** A head to be written down. */
export interface NewEntry {
  readonly kind: 'attended' | 'walk_in' | 'door'
  readonly memberId: string | null
  readonly residentId: string | null
  readonly withoutPhone: boolean
  readonly holdsSeat: boolean
  readonly doorFlag: NoSeatReason | null
  readonly before: MemberPlace | null
}

/**
 * Writes heads down with their history, and on each member how presence was shown, where that was not done with
 * their state; under the activity's lock.
 * Returns their ids in the order given.
 */
export async function recordEntries(
  tx: Tx,
  activityId: string,
  entries: readonly (NewEntry & { readonly id: string })[],
  { actId, at: moment, grade, flags, by, now }: Recording,
): Promise<void> {
  if (entries.length === 0) return
  const memberIds = entries.flatMap(({ memberId }) => memberId ?? [])
  const statement = sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as given (
        id uuid, kind text, "memberId" uuid, "residentId" uuid, "withoutPhone" boolean, "holdsSeat" boolean,
        "doorFlag" text, before jsonb
      )
    ),
    recorded as (
      insert into door_entry (id, activity_id, kind, member_id, resident_id, without_phone, holds_seat, door_flag,
        before_state, before_released, at, grade, flags, act_id)
      select id, ${activityId}, kind, "memberId", "residentId", "withoutPhone", "holdsSeat", "doorFlag",
        before ->> 'state', (before ->> 'released')::boolean, ${at(moment)}, ${grade}, ${[...flags]}::text[],
        ${actId}::uuid
      from given
      returning id
    ),
    shown as (
      update party_member set presence = ${grade}
      where id = any (${memberIds}::uuid[]) and presence is distinct from ${grade}
    )
    insert into check_in_history (entry_id, act, at, by_resident)
    select id, 'recorded', ${at(now)}, ${by}::uuid from recorded
  `
  await executeLater(tx, statement.compile(tx))
}

export interface EntryRow {
  readonly id: string
  readonly kind: 'attended' | 'walk_in' | 'door'
  readonly memberId: string | null
  readonly residentId: string | null
  readonly holdsSeat: boolean
  readonly doorFlag: NoSeatReason | null
  readonly beforeState: MemberState | null
  readonly beforeReleased: boolean | null
  readonly registrationId: string | null
  /** Who was there: the walk-in, or the resident whom the member is known to be. */
  readonly visitorId: string | null
  readonly at: Instant
  readonly grade: PresenceGrade
  readonly flags: readonly CheckInFlag[]
  readonly actId: string
  readonly undoneAt: Instant | null
}

const entries = (db: Kysely<Schema>) =>
  db
    .selectFrom('door_entry as entry')
    .leftJoin('party_member as member', 'member.id', 'entry.member_id')
    .select([
      'entry.id',
      'entry.kind',
      'entry.member_id as memberId',
      'entry.resident_id as residentId',
      'entry.holds_seat as holdsSeat',
      'entry.door_flag as doorFlag',
      'entry.before_state as beforeState',
      'entry.before_released as beforeReleased',
      'member.registration_id as registrationId',
      sql<string | null>`coalesce(entry.resident_id, member.resident_id)`.as('visitorId'),
      'entry.at',
      'entry.grade',
      'entry.flags',
      'entry.act_id as actId',
      'entry.undone_at as undoneAt',
    ])

/** Heads that stand, of these members and of these residents who walked in. */
export async function readEntries(
  db: Kysely<Schema>,
  activityId: string,
  memberIds: readonly string[],
  walkInIds: readonly string[] = [],
): Promise<readonly EntryRow[]> {
  return entries(db)
    .where('entry.activity_id', '=', activityId)
    .where('entry.undone_at', 'is', null)
    .where(
      sql<boolean>`(entry.member_id = any (${memberIds}::uuid[]) or entry.resident_id = any (${walkInIds}::uuid[]))`,
    )
    .orderBy('entry.at')
    .orderBy('entry.id')
    .execute()
}

/** Heads that stand, of everybody in this resident's registrations of an activity, and of who walked in among them. */
export async function readEntriesOf(
  db: Kysely<Schema>,
  activityId: string,
  residentId: string,
): Promise<readonly EntryRow[]> {
  const theirs = sql`
    select id, coalesce(resident_id, family_member_id, guest_id) as identity from party_member
    where activity_id = ${activityId} and registration_id in (
      select id from registration where activity_id = ${activityId} and registrant_id = ${residentId}
      union
      select registration_id from party_member where activity_id = ${activityId} and resident_id = ${residentId}
    )`
  return entries(db)
    .where('entry.activity_id', '=', activityId)
    .where('entry.undone_at', 'is', null)
    .where(
      sql<boolean>`(
        entry.member_id in (select id from (${theirs}) as member)
        or entry.resident_id in (select identity from (${theirs}) as member union all select ${residentId}::uuid)
      )`,
    )
    .orderBy('entry.at')
    .orderBy('entry.id')
    .execute()
}

/** Under the activity's lock. */
export const findEntry = async (tx: Tx, activityId: string, entryId: string): Promise<EntryRow | null> =>
  (await entries(tx)
    .where('entry.id', '=', entryId)
    .where('entry.activity_id', '=', activityId)
    .executeTakeFirst()) ?? null

/** Every head of an activity that stands. */
export const readAllEntries = (tx: Tx, activityId: string): Promise<readonly EntryRow[]> =>
  entries(tx)
    .where('entry.activity_id', '=', activityId)
    .where('entry.undone_at', 'is', null)
    .orderBy('entry.id')
    .execute()

/** Takes heads back with their gifts, and with what they showed; the history says why. */
export async function undoEntries(
  tx: Tx,
  entryIds: readonly string[],
  undone: { readonly reason: string; readonly by: string; readonly now: Instant },
): Promise<void> {
  await sql`
    with taken_back as (
      update door_entry set undone_at = ${at(undone.now)}
      where id = any (${entryIds}::uuid[]) and undone_at is null returning id, member_id
    ),
    gifts as (
      update gift_mark set undone_at = ${at(undone.now)}
      where entry_id in (select id from taken_back) and undone_at is null
    ),
    shown as (
      update party_member set presence = null
      where id in (select member_id from taken_back) and presence is not null
    )
    insert into check_in_history (entry_id, act, reason, at, by_resident)
    select id, 'undone', ${undone.reason}, ${at(undone.now)}, ${undone.by}::uuid from taken_back
  `.execute(tx)
}

/** Whether somebody's visit of that scan is still borne out by another head of theirs. */
export async function hasOtherEntry(tx: Tx, actId: string, visitorId: string): Promise<boolean> {
  const row = await entries(tx)
    .where('entry.act_id', '=', actId)
    .where('entry.undone_at', 'is', null)
    .where(sql<boolean>`coalesce(entry.resident_id, member.resident_id) = ${visitorId}`)
    .executeTakeFirst()
  return row !== undefined
}

/** The residents whom these members are known to be, held until the end; before any activity is locked. */
export async function lockVisitors(tx: Tx, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return
  await sql`
    select from resident
    where id in (select resident_id from party_member where id = any (${memberIds}::uuid[]))
    order by id for key share`.execute(tx)
}

/**
 * The head of a walk-in becomes that of a member: `attended` where the member has a seat, else still a seatless entry.
 * Its time, grade, flags and gift stay; the history says that it was claimed.
 */
export async function claimEntry(
  tx: Tx,
  { id, doorFlag }: Pick<EntryRow, 'id' | 'doorFlag'>,
  member: { readonly id: string } & MemberPlace,
  kind: 'attended' | 'door',
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<void> {
  const flag = kind === 'attended' ? null : (doorFlag ?? 'no_room')
  await sql`
    with claimed as (
      update door_entry set kind = ${kind}, member_id = ${member.id}, resident_id = null, holds_seat = false,
        door_flag = ${flag}, before_state = ${member.state}, before_released = ${member.released}
      where id = ${id} returning id, grade
    ),
    shown as (
      update party_member set presence = claimed.grade from claimed
      where party_member.id = ${member.id} and presence is distinct from claimed.grade
    )
    insert into check_in_history (entry_id, act, at, by_resident)
    select id, 'claimed', ${at(now)}, ${by}::uuid from claimed
  `.execute(tx)
}
