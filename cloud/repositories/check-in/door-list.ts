import { sql, type Kysely } from 'kysely'
import type { CheckInFlag } from '../../../core/domain/check-in/place'
import type { DoorFlag } from '../../../core/domain/registration/door/attendance'
import type { MemberState } from '../../../core/domain/registration/party'
import type { PresenceGrade } from '../../../core/domain/registration/queue/cool-down'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'

type Reader = Kysely<Schema>

interface EntryColumns {
  readonly entryId: string | null
  readonly at: Instant | null
  readonly grade: PresenceGrade | null
  readonly doorFlag: DoorFlag | null
  readonly flags: readonly CheckInFlag[] | null
  readonly giftAt: Instant | null
  readonly giftTwice: boolean
}

const entryColumns = sql`
  entry.id as "entryId", entry.at, entry.grade, entry.door_flag as "doorFlag", entry.flags,
  (select at from gift_mark where entry_id = entry.id and not second and undone_at is null) as "giftAt",
  exists (select from gift_mark where entry_id = entry.id and second and undone_at is null) as "giftTwice"`

export interface DoorMemberRow extends EntryColumns {
  readonly registrationId: string
  readonly number: string
  readonly wantsHelp: boolean
  readonly memberId: string
  /** Whole: to be masked before it leaves the house. */
  readonly name: string | null
  readonly child: boolean
  readonly state: MemberState
  readonly released: boolean
}

/** Everybody of an activity by number, whoever registered first; of one registration, where it is asked for. */
export async function readDoorMembers(
  db: Reader,
  activityId: string,
  wish: { readonly registrationId?: string; readonly number?: string; readonly namePrefix?: string } = {},
): Promise<readonly DoorMemberRow[]> {
  const { registrationId = null, number = null, namePrefix = null } = wish
  const { rows } = await sql<DoorMemberRow>`
    with everybody as (
      select registration.id as "registrationId", lpad(number::text, 4, '0') as number,
        help_wanted is not null as "wantsHelp", member.id as "memberId",
        coalesce(record.name, profile.call_name) as name, child, state, released,
        record.id is not null as "isRelative", ${entryColumns}
      from registration
      join party_member as member on registration_id = registration.id
      left join family_member as record on record.id = member.family_member_id
      left join resident_profile as profile on profile.resident_id = member.resident_id
      left join door_entry as entry on entry.member_id = member.id and entry.undone_at is null
      where registration.activity_id = ${activityId}
        and (${registrationId}::uuid is null or registration.id = ${registrationId}::uuid)
        and (${number}::smallint is null or number = ${number}::smallint)
    )
    select * from everybody
    where ${namePrefix}::text is null or "registrationId" in (
      select "registrationId" from everybody where starts_with(name, ${namePrefix}::text)
    )
    order by number, child, "isRelative", "memberId"
  `.execute(db)
  return rows
}

export interface DoorHeadRow extends EntryColumns {
  readonly entryId: string
  readonly at: Instant
  readonly grade: PresenceGrade
  readonly flags: readonly CheckInFlag[]
  readonly name: string | null
  readonly withoutPhone: boolean
}

/** Heads without a registration, in the order in which they came. */
export async function readDoorHeads(db: Reader, activityId: string): Promise<readonly DoorHeadRow[]> {
  const { rows } = await sql<DoorHeadRow>`
    select call_name as name, without_phone as "withoutPhone", ${entryColumns}
    from door_entry as entry left join resident_profile as profile on profile.resident_id = entry.resident_id
    where activity_id = ${activityId} and member_id is null and undone_at is null
    order by entry.at, entry.id
  `.execute(db)
  return rows
}

export interface CountsRow {
  readonly activityId: string
  readonly registered: number
  readonly attended: number
  readonly walkedIn: number
  readonly withoutPhone: number
  readonly doorRecords: number
  readonly heads: number
  readonly capacity: number | null
  readonly free: number | null
}

/** Who is expected and who is there, from the rows themselves. */
export async function readCounts(db: Reader, activityIds: readonly string[]): Promise<readonly CountsRow[]> {
  const { rows } = await sql<CountsRow>`
    select activity.id as "activityId", (
        select count(*) from party_member
        where activity_id = activity.id and state in ('confirmed', 'attended', 'no_show')
      )::integer as registered,
      count(entry.id) filter (where entry.kind = 'attended')::integer as attended,
      count(entry.id) filter (where entry.kind = 'walk_in' and not without_phone)::integer as "walkedIn",
      count(entry.id) filter (where without_phone)::integer as "withoutPhone",
      count(entry.id) filter (where entry.kind = 'door' and not without_phone)::integer as "doorRecords",
      count(entry.id)::integer as heads, capacity, capacity - seats_in_use as free
    from activity left join door_entry as entry on entry.activity_id = activity.id and undone_at is null
    where activity.id = any (${activityIds}::text[])
    group by activity.id
  `.execute(db)
  return rows
}

export interface DayActivityRow {
  readonly activityId: string
  readonly title: string
  readonly place: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** What takes place between two moments, in an office or, for `null`, anywhere; earliest first. */
export async function readDayActivities(
  db: Reader,
  officeId: string | null,
  from: Instant,
  until: Instant,
): Promise<readonly DayActivityRow[]> {
  const { rows } = await sql<DayActivityRow>`
    select id as "activityId", title, coalesce(latest.place, activity.place) as place,
      starts_at as "startsAt", ends_at as "endsAt"
    from activity left join lateral (
      select place from activity_change where activity_id = activity.id order by activity_change.id desc limit 1
    ) as latest on true
    where (${officeId}::text is null or office_id = ${officeId}::text)
      and status = 'published' and starts_at < ${at(until)} and ends_at > ${at(from)}
    order by starts_at, id
  `.execute(db)
  return rows
}

/** Another published activity whose registration has this number, on at a moment: 别的活动的号码. */
export async function findNumberElsewhere(
  db: Reader,
  activityId: string,
  number: string,
  from: Instant,
  until: Instant,
): Promise<{ readonly title: string; readonly startsAt: Instant } | null> {
  const row = await db
    .selectFrom('registration')
    .innerJoin('activity', 'activity.id', 'registration.activity_id')
    .select(['title', 'starts_at as startsAt'])
    .where('number', '=', Number(number))
    .where('activity.id', '<>', activityId)
    .where('status', '=', 'published')
    .where('starts_at', '<', at(until))
    .where('ends_at', '>', at(from))
    .orderBy('starts_at')
    .executeTakeFirst()
  return row ?? null
}
