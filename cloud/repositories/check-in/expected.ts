import { sql, type Kysely } from 'kysely'
import type { RuleSettings } from '../../../core/domain/activity/rule-settings'
import type { MemberState } from '../../../core/domain/registration/party'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import { isAtPlace, type PlaceRef } from './places'
import { isPublic } from '../activity/is-public'

const MINUTE = 60_000

/** What a scan may concern, before anything is locked. */
export interface ScanScope {
  /** By rising id. */
  readonly activityIds: readonly string[]
  /** Of these, where the person walks in. */
  readonly walkIns: readonly string[]
  /** Every member of the registrations concerned. */
  readonly memberIds: readonly string[]
}

/** How long the door of an activity is open. */
type WindowRules = Pick<RuleSettings, 'checkInBeforeMinutes' | 'checkInAfterMinutes'>

/**
 * Activities at a place that a scan at `moment` is about: those whose window is open and where the person has
 * a registration, those of members who were ticked, and those walked in to. Whoever scans at the spot of an
 * open activity is at that activity: there is nothing to ask. Begins with the person, who has a handful of
 * registrations, and never looks through all that ever took place at an office.
 */
export async function activitiesOfScan(
  db: Kysely<Schema>,
  place: PlaceRef,
  residentId: string,
  moment: Instant,
  given: { readonly members: readonly string[] | null; readonly walkIns: readonly string[] },
  rules: WindowRules,
): Promise<ScanScope> {
  const { rows } = await sql<{ id: string; walk_in: boolean; members: string[] }>`
    with own as (
      select id as registration_id, activity_id from registration where registrant_id = ${residentId}
      union
      select registration_id, activity_id from party_member where resident_id = ${residentId}
    ),
    here as (
      select activity.id, starts_at, ends_at, activity.id = any (${given.walkIns}::text[])
        or (kind = 'open' and ${place.kind} = 'activity' and activity.id = ${place.id}) as walk_in
      from activity
      where activity.id = any (array(select activity_id from own) || ${[...given.walkIns, place.id]}::text[])
        and ${isPublic} and ${isAtPlace(place)}
    )
    select here.id, walk_in, coalesce(members, '{}') as members
    from here
    left join lateral (
      select array_agg(member.id) as members, bool_or(member.id = any (${given.members ?? []}::uuid[])) as ticked
      from own join party_member as member on member.registration_id = own.registration_id
      where own.activity_id = here.id
    ) as party on true
    where walk_in or ticked or (members is not null and ${windowOpen(rules, moment)})
    order by here.id
  `.execute(db)
  return {
    activityIds: rows.map(({ id }) => id),
    walkIns: rows.filter(({ walk_in }) => walk_in).map(({ id }) => id),
    memberIds: rows.flatMap(({ members }) => members),
  }
}

/** Whether the window of check-in of an activity is open at a moment, `[from, until)`, as SQL. */
const windowOpen = ({ checkInBeforeMinutes, checkInAfterMinutes }: WindowRules, moment: Instant) =>
  sql<boolean>`(
    starts_at <= ${at((moment + checkInBeforeMinutes * MINUTE) as Instant)}
    and ends_at > ${at((moment - checkInAfterMinutes * MINUTE) as Instant)}
  )`

export interface ExpectedMemberRow {
  readonly registrationId: string
  readonly number: string
  readonly byFamily: boolean
  readonly activityId: string
  readonly title: string
  readonly startsAt: Instant
  readonly memberId: string
  readonly name: string | null
  readonly isMe: boolean
  readonly child: boolean
  readonly state: MemberState
  readonly cameAt: Instant | null
}

/** Members of the resident's registrations at a place whose window is open. */
export async function readExpected(
  db: Kysely<Schema>,
  place: PlaceRef,
  residentId: string,
  moment: Instant,
  rules: WindowRules,
): Promise<readonly ExpectedMemberRow[]> {
  const { rows } = await sql<ExpectedMemberRow>`
    select registration.id as "registrationId", lpad(number::text, 4, '0') as number,
      registrant_id is distinct from ${residentId} as "byFamily", activity.id as "activityId",
      title, starts_at as "startsAt", member.id as "memberId", coalesce(record.name, profile.call_name, guest.called) as name,
      member.resident_id is not distinct from ${residentId} as "isMe", child, state, entry.at as "cameAt"
    from registration
    join activity on activity.id = registration.activity_id
    join party_member as member on member.registration_id = registration.id
    left join family_member as record on record.id = member.family_member_id
    left join resident_profile as profile on profile.resident_id = member.resident_id
    left join guest on guest.id = member.guest_id
    left join door_entry as entry on entry.member_id = member.id and entry.undone_at is null
    where status = 'published' and ${isPublic} and ${isAtPlace(place)} and ${windowOpen(rules, moment)} and (
      registrant_id = ${residentId}
      or registration.id in (select registration_id from party_member where resident_id = ${residentId})
    )
    order by starts_at, activity.id, registration.id, member.family_member_id is not null, child, member.id
  `.execute(db)
  return rows
}

export interface LaterRow {
  readonly activityId: string
  readonly title: string
  readonly startsAt: Instant
}

/** Who scans a week early comes for something else. */
const LATER_DAYS = 7
/** More than these a page does not say. */
const LATER_SHOWN = 3

/** Activities at a place in which somebody of the resident's registrations has a seat, and whose window is not open yet. */
export async function readLater(
  db: Kysely<Schema>,
  place: PlaceRef,
  residentId: string,
  moment: Instant,
  { checkInBeforeMinutes }: WindowRules,
): Promise<readonly LaterRow[]> {
  const notBefore = (moment + checkInBeforeMinutes * MINUTE) as Instant
  const until = (moment + LATER_DAYS * 24 * 60 * MINUTE) as Instant
  const { rows } = await sql<LaterRow>`
    select id as "activityId", title, starts_at as "startsAt" from activity
    where status = 'published' and ${isPublic} and ${isAtPlace(place)} and starts_at > ${at(notBefore)} and starts_at <= ${at(until)}
      and exists (
        select from registration join party_member as member on member.registration_id = registration.id
        where registration.activity_id = activity.id and state = 'confirmed'
          and (registrant_id = ${residentId} or member.resident_id = ${residentId})
      )
    order by starts_at, id limit ${LATER_SHOWN}
  `.execute(db)
  return rows
}

export interface WalkInRow {
  readonly activityId: string
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly free: number | null
}

/** What goes on at a place and somebody has no live place in, nor walked in to. */
export async function readWalkInChances(
  db: Kysely<Schema>,
  place: PlaceRef,
  residentId: string | null,
  moment: Instant,
  rules: WindowRules,
): Promise<readonly WalkInRow[]> {
  const { rows } = await sql<WalkInRow>`
    select id as "activityId", title, starts_at as "startsAt", ends_at as "endsAt", capacity - seats_in_use as free
    from activity
    where status = 'published' and ${isPublic} and ${isAtPlace(place)} and ${windowOpen(rules, moment)}
      and not (kind = 'open' and ${place.kind} = 'activity' and id = ${place.id})
      and not exists (
        select from party_member as member
        where member.activity_id = activity.id and state <> 'cancelled' and member.resident_id = ${residentId}::uuid
      )
      and not exists (
        select from door_entry as entry
        where entry.activity_id = activity.id and entry.resident_id = ${residentId}::uuid and undone_at is null
      )
    order by starts_at, id
  `.execute(db)
  return rows
}
