import { sql, type Kysely, type Transaction } from 'kysely'
import type { CheckInFlag, PlaceKind } from '../../../core/domain/check-in/place'
import type { PresenceGrade } from '../../../core/domain/registration/queue/cool-down'
import { shanghaiDay, type Instant, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import { executeLater } from '../../database/one-trip'
import type { Schema } from '../../database/schema'
import type { PlaceRef } from './places'

type Tx = Transaction<Schema>

/** What is written of whatever one scan records. */
export interface Recording {
  readonly actId: string
  readonly at: Instant
  readonly grade: PresenceGrade
  readonly flags: readonly CheckInFlag[]
  /** Who scanned, or the member of staff. */
  readonly by: string
  readonly now: Instant
}

/**
 * The visit of each of these residents, where they had none that day; the first of two at once stands. Asked
 * after every lock on activities, in the order of residents, so that nobody waits for anybody in a circle.
 */
export async function recordVisits(
  tx: Tx,
  place: PlaceRef,
  residentIds: readonly string[],
  { actId, at: moment, grade, flags, by, now }: Recording,
): Promise<void> {
  const statement = sql`
    with recorded as (
      insert into visit (resident_id, place_kind, place_id, day, at, grade, flags, act_id)
      select id, ${place.kind}, ${place.id}, ${shanghaiDay(moment)}, ${at(moment)}, ${grade}, ${[...flags]}::text[],
        ${actId}::uuid
      from resident where id = any (${residentIds}::uuid[]) order by id
      on conflict (resident_id, place_kind, place_id, day) where undone_at is null do nothing
      returning id
    )
    insert into check_in_history (visit_id, act, at, by_resident)
    select id, 'recorded', ${at(now)}, ${by}::uuid from recorded
  `
  await executeLater(tx, statement.compile(tx))
}

export interface FirstVisit {
  readonly visitId: string
  readonly at: Instant
  readonly actId: string
  /** Whether it is the first one that stands at this place ever. */
  readonly first: boolean
}

/** The visit of a day that stands. */
export async function findVisit(
  db: Kysely<Schema>,
  place: PlaceRef,
  residentId: string,
  day: ShanghaiDay,
): Promise<FirstVisit | null> {
  const { rows } = await sql<FirstVisit>`
    select id as "visitId", at, act_id as "actId", not exists (
      select from visit as other
      where other.resident_id = visit.resident_id and other.place_kind = visit.place_kind
        and other.place_id = visit.place_id and other.undone_at is null and other.day < visit.day
    ) as first
    from visit
    where resident_id = ${residentId} and place_kind = ${place.kind} and place_id = ${place.id} and day = ${day}
      and undone_at is null
  `.execute(db)
  return rows[0] ?? null
}

/** Takes visits back that stand; a visit from the same scan as an entry goes with the last entry of that person. */
export async function undoVisits(
  tx: Tx,
  which: { readonly visitId: string } | { readonly actId: string; readonly residentId: string },
  undone: { readonly reason: string; readonly by: string; readonly now: Instant },
): Promise<void> {
  const chosen =
    'visitId' in which
      ? sql`id = ${which.visitId}`
      : sql`act_id = ${which.actId} and resident_id = ${which.residentId}`
  await sql`
    with taken_back as (
      update visit set undone_at = ${at(undone.now)} where ${chosen} and undone_at is null returning id
    )
    insert into check_in_history (visit_id, act, reason, at, by_resident)
    select id, 'undone', ${undone.reason}, ${at(undone.now)}, ${undone.by}::uuid from taken_back
  `.execute(tx)
}

export async function isVisitAt(db: Kysely<Schema>, visitId: string, place: PlaceRef): Promise<boolean> {
  const row = await db
    .selectFrom('visit')
    .select('id')
    .where('id', '=', visitId)
    .where('place_kind', '=', place.kind)
    .where('place_id', '=', place.id)
    .executeTakeFirst()
  return row !== undefined
}

export interface VisitRow {
  readonly visitId: string
  readonly placeKind: PlaceKind
  readonly placeId: string
  readonly placeName: string
  readonly placeShortName: string
  readonly day: ShanghaiDay
  readonly at: Instant
  readonly grade: PresenceGrade
}

/** Every visit of somebody that stands, latest first. */
export async function readVisitsOf(db: Kysely<Schema>, residentId: string): Promise<readonly VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select visit.id as "visitId", place_kind as "placeKind", place_id as "placeId", day, at, grade,
      coalesce(office.name, activity.title, '') as "placeName",
      coalesce(office.short_name, activity.title, '') as "placeShortName"
    from visit
    left join office on place_kind = 'office' and office.id = place_id
    left join activity on place_kind = 'activity' and activity.id = place_id
    where resident_id = ${residentId} and undone_at is null
    order by at desc, visit.id
  `.execute(db)
  return rows
}

export interface VisitorRow {
  readonly visitId: string
  readonly name: string | null
  readonly at: Instant
  readonly grade: PresenceGrade
  readonly flags: readonly CheckInFlag[]
}

/** Who visited a place on a day, latest first. */
export async function readVisitors(
  db: Kysely<Schema>,
  place: PlaceRef,
  day: ShanghaiDay,
): Promise<readonly VisitorRow[]> {
  return db
    .selectFrom('visit')
    .leftJoin('resident_profile as profile', 'profile.resident_id', 'visit.resident_id')
    .select(['visit.id as visitId', 'call_name as name', 'at', 'grade', 'flags'])
    .where('place_kind', '=', place.kind)
    .where('place_id', '=', place.id)
    .where('day', '=', day)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('visit.id')
    .execute()
}
