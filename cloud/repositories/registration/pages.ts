import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { MyRegistration, RegisteredFor } from '../../../core/contract/registration/registration'
import { summaryOf, type MemberPlace, type MemberState } from '../../../core/domain/registration/party'
import { stateAt } from '../../../core/domain/registration/leaving/ending'
import type { NotificationWay } from '../../../core/domain/registration/messages/delivery'
import { toIso, type Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import { noticeOf, type NoticeRow } from '../activity/change'
import { numberText } from './parties'

type Reader = Kysely<Schema>

/** More than anybody scrolls through; older ones stay on record. */
const SHOWN = 100

export interface MineRow {
  id: string
  number: number
  own: boolean
  telling: NotificationWay
  activity_id: string
  title: string
  place: string
  starts_at: Instant
  ends_at: Instant
  status: RegisteredFor['status']
  service_phone: string | null
  members: MemberPlace[]
  change: NoticeRow | null
}

/** One registration, as the list of the caller's own has it. */
export async function readOneOfMine(
  db: Reader,
  registrationId: string,
  residentId: string,
  now: Instant,
): Promise<MyRegistration & { readonly telling: NotificationWay }> {
  const { rows } = await mineWhere(
    sql`select ${registrationId}::uuid as id`,
    residentId,
    sql`registration.id`,
  ).execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a registration vanished, which never happens')
  return { ...mineOf(row, now), telling: row.telling }
}

/** Ids of what a resident registered, or has a place in. */
export const theirsOf = (residentId: string | RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select id from registration where registrant_id = ${residentId}
  union
  select registration_id from party_member where resident_id = ${residentId}`

/** Registrations that a resident made or was handed a place in: still to come first, soonest first; then the latest. */
export async function readMine(
  db: Reader,
  residentId: string,
  now: Instant,
): Promise<readonly MyRegistration[]> {
  const order = sql`ends_at <= ${at(now)}, abs(extract(epoch from starts_at - ${at(now)})), registration.id`
  const { rows } = await mineWhere(theirsOf(residentId), residentId, order).execute(db)
  return rows.map((row) => mineOf(row, now))
}

/** The newest change rides along, so that list and activity page agree. */
export const mineWhere = (
  ids: RawBuilder<unknown>,
  residentId: string | RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  condition: RawBuilder<unknown> = sql`true`,
) =>
  sql<MineRow>`
    with shown as (
      select registration.*, registrant_id is not distinct from ${residentId} as own,
        row_number() over (order by ${order}) as rank
      from (${ids}) as mine join registration using (id) join activity on activity.id = activity_id
      where ${condition}
      order by rank limit ${SHOWN}
    )
    select shown.id, number, own, telling, activity.id as activity_id, title, place, starts_at, ends_at, status,
      service_phone,
      (
        select jsonb_agg(jsonb_build_object('state', state, 'released', released))
        from party_member where registration_id = shown.id
      ) as members,
      (
        select to_jsonb(change) from activity_change as change
        where change.activity_id = shown.activity_id order by change.id desc limit 1
      ) as change
    from shown join activity on activity.id = shown.activity_id
    order by rank`

export const mineOf = (row: MineRow, now: Instant): MyRegistration => ({
  registrationId: row.id,
  number: numberText(row.number),
  activity: {
    id: row.activity_id,
    title: row.title,
    place: row.place,
    startsAt: toIso(row.starts_at),
    endsAt: toIso(row.ends_at),
    status: row.status,
    change: row.change === null ? null : noticeOf(row.change),
    servicePhone: row.service_phone,
  },
  headline: summaryOf(
    row.members.map(({ state, released }) => ({
      state: stateAt(state, { startsAt: row.starts_at }, now),
      released,
    })),
  ).headline,
  persons: row.members.filter(({ state }) => state !== 'cancelled').length,
  own: row.own,
})

export interface MemberRow {
  readonly memberId: string
  readonly name: string | null
  readonly isMe: boolean
  readonly child: boolean
  readonly state: MemberState
  readonly isOwnRecord: boolean
  readonly isClaimed: boolean
}

/** The members of a registration with the names that its registrant, or they themselves, gave. */
export async function readMembers(
  db: Reader,
  registrationId: string,
  residentId: string,
): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select member.id as "memberId", coalesce(record.name, profile.call_name, guest.called) as name, child, state,
      member.resident_id is not distinct from ${residentId} as "isMe",
      record.keeper_id is not distinct from ${residentId} as "isOwnRecord",
      link.resident_id is not null as "isClaimed"
    from party_member as member
    left join family_member as record on record.id = member.family_member_id
    left join family_link as link on link.family_member_id = record.id
    left join resident_profile as profile on profile.resident_id = member.resident_id
    left join guest on guest.id = member.guest_id
    where member.registration_id = ${registrationId}
    order by member.family_member_id is not null, child, record.created_at, member.id
  `.execute(db)
  return rows
}
