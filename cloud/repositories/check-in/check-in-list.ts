import { sql, type Kysely } from 'kysely'
import type { StaffReach } from '../../../core/domain/staff/post'
import { withinReach } from '../activity/reach'
import type { CheckInFlag } from '../../../core/domain/check-in/place'
import type { NoSeatReason } from '../../../core/domain/registration/attendance/attendance'
import { SEATED_STATES, type MemberState } from '../../../core/domain/registration/party'
import type { PresenceGrade } from '../../../core/domain/registration/queue/cool-down'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import type { Permit } from '../../app/permit'
import { isPublic } from '../activity/is-public'

type Reader = Kysely<Schema>

interface EntryColumns {
  readonly entryId: string | null
  readonly at: Instant | null
  readonly grade: PresenceGrade | null
  readonly doorFlag: NoSeatReason | null
  readonly flags: readonly CheckInFlag[] | null
  readonly giftAt: Instant | null
  readonly giftTwice: boolean
}

const entryColumns = sql`
  entry.id as "entryId", entry.at, entry.grade, entry.door_flag as "doorFlag", entry.flags,
  (select at from gift_mark where entry_id = entry.id and not second and undone_at is null) as "giftAt",
  exists (select from gift_mark where entry_id = entry.id and second and undone_at is null) as "giftTwice"`

export interface CheckInMemberRow extends EntryColumns {
  readonly registrationId: string
  readonly number: string
  readonly wantsHelp: boolean
  readonly memberId: string
  /** Whole: to be masked before it leaves the backend. */
  readonly name: string | null
  readonly child: boolean
  readonly state: MemberState
  readonly released: boolean
}

/** Everybody of an activity by number, whoever registered first; of one registration, where it is asked for. */
export async function readCheckInMembers(
  db: Reader,
  _permit: Permit,
  activityId: string,
  filter: { readonly registrationId?: string; readonly number?: string; readonly namePrefix?: string } = {},
): Promise<readonly CheckInMemberRow[]> {
  const { registrationId = null, number = null, namePrefix = null } = filter
  const { rows } = await sql<CheckInMemberRow>`
    with everybody as (
      select registration.id as "registrationId", lpad(number::text, 4, '0') as number,
        help_wanted is not null as "wantsHelp", member.id as "memberId",
        coalesce(record.name, profile.call_name, guest.called) as name, child, state, released,
        record.id is not null or (guest.id is not null and guest.called is null) as "isRelative", ${entryColumns}
      from registration
      join party_member as member on member.registration_id = registration.id
      left join family_member as record on record.id = member.family_member_id
      left join resident_profile as profile on profile.resident_id = member.resident_id
      left join guest on guest.id = member.guest_id
      left join door_entry as entry on entry.member_id = member.id and entry.undone_at is null
      where registration.activity_id = ${activityId}
        and (${registrationId}::uuid is null or registration.id = ${registrationId}::uuid)
        and (${number}::smallint is null or number = ${number}::smallint)
    )
    select * from everybody
    where ${namePrefix}::text is null or "registrationId" in (
      select "registrationId" from everybody where starts_with(lower(normalize(name, NFKC)), lower(${namePrefix}::text))
    )
    order by number, child, "isRelative", "memberId"
  `.execute(db)
  return rows
}

export interface CheckInHeadRow extends EntryColumns {
  readonly entryId: string
  readonly at: Instant
  readonly grade: PresenceGrade
  readonly flags: readonly CheckInFlag[]
  readonly name: string | null
  readonly withoutPhone: boolean
}

/** Heads without a registration, in the order in which they came. */
export async function readCheckInHeads(
  db: Reader,
  _permit: Permit,
  activityId: string,
): Promise<readonly CheckInHeadRow[]> {
  const { rows } = await sql<CheckInHeadRow>`
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
        where activity_id = activity.id and state = any (${SEATED_STATES}::text[])
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
  reach: StaffReach,
  from: Instant,
  until: Instant,
): Promise<readonly DayActivityRow[]> {
  const { rows } = await sql<DayActivityRow>`
    select id as "activityId", title, coalesce(latest.place, activity.place) as place,
      starts_at as "startsAt", ends_at as "endsAt"
    from activity left join lateral (
      select place from activity_change where activity_id = activity.id order by activity_change.id desc limit 1
    ) as latest on true
    where ${withinReach(reach)}
      and status = 'published' and ${isPublic} and starts_at < ${at(until)} and ends_at > ${at(from)}
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
