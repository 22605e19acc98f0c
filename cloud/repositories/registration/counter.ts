import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { GuestConsent } from '../../../core/domain/registration/joining/guest'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'
import type { MemberPlace, MemberState } from '../../../core/domain/registration/party'
import type { StaffReach } from '../../../core/domain/staff/post'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Permit } from '../../app/permit'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import { currentPlace } from '../activity/change'
import { isPublic } from '../activity/is-public'
import { withinReach } from '../activity/reach'

type Tx = Transaction<Schema>

export interface CounterMemberRow extends MemberPlace {
  readonly memberId: string
  /** Whole: to be masked before it leaves the backend. */
  readonly name: string | null
  readonly child: boolean
  readonly state: MemberState
  readonly guestId: string | null
}

/** A registration as staff at a counter meets it. */
export interface CounterPartyRow {
  readonly registrationId: string
  readonly activityId: string
  readonly title: string
  readonly place: string
  readonly startsAt: Instant
  readonly number: string
  readonly telling: NotificationWay
  readonly helpWanted: string | null
  readonly phoneSealed: Buffer | null
  /** Registered by an office, and taken over by nobody. */
  readonly byStaff: boolean
  /** Adults before children, whoever is named before who comes along. */
  readonly members: readonly CounterMemberRow[]
}

const parties = (condition: RawBuilder<unknown>) => sql<CounterPartyRow>`
  select registration.id as "registrationId", activity.id as "activityId", title, ${currentPlace} as place,
    starts_at as "startsAt", lpad(number::text, 4, '0') as number, telling, help_wanted as "helpWanted",
    phone_sealed as "phoneSealed",
    registrant_id is null and exists (select from guest where registration_id = registration.id) as "byStaff",
    (
      select coalesce(jsonb_agg(jsonb_build_object(
        'memberId', member.id, 'name', coalesce(record.name, profile.call_name, guest.called), 'child', child,
        'state', state, 'released', released, 'guestId', member.guest_id
      ) order by child, coalesce(record.name, profile.call_name, guest.called) is null, member.family_member_id is not null,
        member.id), '[]')
      from party_member as member
      left join family_member as record on record.id = member.family_member_id
      left join resident_profile as profile on profile.resident_id = member.resident_id
      left join guest on guest.id = member.guest_id
      where member.registration_id = registration.id
    ) as members
  from registration join activity on activity.id = activity_id
  where ${condition}
  order by starts_at, activity.id, join_number`

/** All registrations of an activity, cancelled ones too. */
export const readCounterParties = async (
  tx: Tx,
  _permit: Permit,
  activityId: string,
): Promise<readonly CounterPartyRow[]> =>
  (await parties(sql`registration.activity_id = ${activityId}`).execute(tx)).rows

export const findCounterParty = async (
  tx: Tx,
  _permit: Permit,
  activityId: string,
  registrationId: string,
): Promise<CounterPartyRow | null> =>
  (
    await parties(
      sql`registration.id = ${registrationId}::uuid and registration.activity_id = ${activityId}`,
    ).execute(tx)
  ).rows[0] ?? null

export const readPartiesById = async (tx: Tx, ids: readonly string[]): Promise<readonly CounterPartyRow[]> =>
  ids.length === 0 ? [] : (await parties(sql`registration.id = any (${ids}::uuid[])`).execute(tx)).rows

export interface AskedFor {
  readonly registrationId: string
  readonly number: string
  readonly phoneSealed: Buffer | null
}

/** Of activities within reach that are not over: whose number it is, and all who left a telephone. */
export async function readByDigits(
  tx: Tx,
  reach: StaffReach,
  now: Instant,
  number: string | null,
): Promise<readonly AskedFor[]> {
  const { rows } = await sql<AskedFor>`
    select registration.id as "registrationId", lpad(number::text, 4, '0') as number, phone_sealed as "phoneSealed"
    from registration join activity on activity.id = activity_id
    where ${withinReach(reach)} and status = 'published' and ${isPublic} and ends_at > ${at(now)}
      and (number = ${number}::smallint or phone_sealed is not null)
    order by starts_at, activity.id, join_number
  `.execute(tx)
  return rows
}

/** Of activities within reach that are not over: registrations with somebody whose name begins so. */
export async function readBySurname(
  tx: Tx,
  reach: StaffReach,
  now: Instant,
  first: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select registration.id
    from registration join activity on activity.id = activity_id
    where ${withinReach(reach)} and status = 'published' and ${isPublic} and ends_at > ${at(now)}
      and exists (
        select from party_member as member
        left join family_member as record on record.id = member.family_member_id
        left join resident_profile as profile on profile.resident_id = member.resident_id
        left join guest on guest.id = member.guest_id
        where member.registration_id = registration.id
          and starts_with(coalesce(record.name, profile.call_name, guest.called), ${first})
      )
    order by starts_at, activity.id, join_number limit ${limit}
  `.execute(tx)
  return rows.map(({ id }) => id)
}

export interface ConsentRow {
  readonly how: GuestConsent
  readonly at: Instant
  readonly by: string | null
}

/** How the guest of a registration said yes; `null` where there is none. */
export async function readConsent(
  tx: Tx,
  _permit: Permit,
  registrationId: string,
): Promise<ConsentRow | null> {
  const row = await tx
    .selectFrom('guest')
    .leftJoin('post', 'post.id', 'consent_post')
    .select(['consent as how', 'consent_at as at', 'post.called as by'])
    .where('registration_id', '=', registrationId)
    .orderBy('consent_at')
    .executeTakeFirst()
  return row ?? null
}

/** What a registration says beside who comes; it stays when somebody joins it. */
export const readDetails = (tx: Tx, registrationId: string) =>
  tx
    .selectFrom('registration')
    .select([
      'registrant_id as registrantId',
      'answers',
      'help_wanted as helpWanted',
      'telling',
      'phone_sealed as phoneSealed',
      'confirmed_at as confirmedAt',
    ])
    .where('id', '=', registrationId)
    .executeTakeFirstOrThrow()

/** When these posts looked somebody up since then; whoever asks takes turns until the end. */
export async function lockLookUps(
  tx: Tx,
  residentId: string,
  postIds: readonly string[],
  since: Instant,
): Promise<readonly Instant[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${`look-ups ${residentId}`}))`.execute(tx)
  const rows = await tx
    .selectFrom('staff_act')
    .select('at')
    .where('post_id', 'in', [...postIds])
    .where('endpoint', '=', 'counter.find')
    .where('at', '>', at(since))
    .execute()
  return rows.map((row) => row.at)
}

export interface CounterActivityRow {
  readonly activityId: string
  readonly waiting: number
  readonly place: string
  readonly callUs: string | null
}

/** Published activities within reach that take registrations and have not begun, soonest first. */
export async function readCounterActivities(
  db: Kysely<Schema>,
  reach: StaffReach,
  now: Instant,
  limit: number,
): Promise<readonly CounterActivityRow[]> {
  const { rows } = await sql<CounterActivityRow>`
    select id as "activityId", ${currentPlace} as place, (
      select count(distinct registration_id) from party_member where activity_id = activity.id and state = 'waiting'
    )::integer as waiting,
    coalesce(
      service_phone, (select phone from office where id = office_id), (select value from setting where key = 'hotline')
    ) as "callUs"
    from activity
    where ${withinReach(reach)} and status = 'published' and ${isPublic} and kind <> 'open' and starts_at > ${at(now)}
    order by starts_at, id limit ${limit}
  `.execute(db)
  return rows
}

/** A resident takes over whoever an office registered: the place, the party, and what they are told. */
export async function recordTakingOver(
  tx: Tx,
  { memberId, registrationId }: { readonly memberId: string; readonly registrationId: string },
  person: { readonly residentId: string | null; readonly familyMemberId: string | null },
  keeperId: string,
): Promise<void> {
  await tx
    .updateTable('party_member')
    .set({ resident_id: person.residentId, family_member_id: person.familyMemberId })
    .where('id', '=', memberId)
    .execute()
  await sql`
    update registration set registrant_id = ${keeperId},
      telling = case when telling = 'none' then 'wechat' else telling end
    where id = ${registrationId} and registrant_id is null`.execute(tx)
  await tx
    .updateTable('guest')
    .set({ keeper_id: keeperId })
    .where('registration_id', '=', registrationId)
    .where('keeper_id', 'is', null)
    .execute()
  await tx
    .updateTable('message')
    .set({ resident_id: keeperId })
    .where('registration_id', '=', registrationId)
    .where('resident_id', 'is', null)
    .execute()
}

/** Activities that ended by then and still have guests, by rising id. */
export async function activitiesWithGuests(db: Kysely<Schema>, endedBy: Instant): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct activity.id
    from guest join registration on registration.id = registration_id join activity on activity.id = activity_id
    where ends_at <= ${at(endedBy)} order by activity.id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Takes the guests of an activity out of it, with what was said for them, whoever took them over: who came stays in
 * the count, without the person. Gives how many.
 */
export async function forgetGuests(tx: Tx, activityId: string): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`
    with gone as (
      delete from guest where registration_id in (select id from registration where activity_id = ${activityId})
      returning registration_id, called
    ),
    said as (
      update registration set help_wanted = null, answers = '{}', phone_sealed = null
      where id in (select registration_id from gone where called is not null)
    ),
    told as (
      delete from message where resident_id is null and registration_id in (select registration_id from gone)
    )
    select count(*)::integer as forgotten from gone`.execute(tx)
  return rows[0]?.forgotten ?? 0
}
