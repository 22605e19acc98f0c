import { sql, type Kysely, type RawBuilder } from 'kysely'
import type {
  ActivitiesListed,
  ActivitySummary,
  AnnouncedActivity,
} from '../../../core/contract/activity/activity-page'
import type { Topic } from '../../../core/domain/activity/activity'
import type { ActivityKind } from '../../../core/domain/activity/activity'
import { earliest, instant, toIso, type Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import { inOneTrip } from '../../database/one-trip'
import type { Schema } from '../../database/schema'
import { currentPlace, noticeOf } from './change'
import { isPublic } from './is-public'

type Reader = Kysely<Schema>

/** More than one list can show; whoever looks further ahead asks for another span. */
const SHOWN = 100

export interface ListingFilter {
  /** Still running after `from`, starting before `to`. */
  readonly from: Instant
  readonly to: Instant
  readonly place: string | null
  readonly topic: Topic | null
  readonly age: number | null
  readonly hasPlaces: boolean
}

export interface SummaryRow {
  id: string
  kind: ActivityKind
  topic: Topic
  title: string
  starts_at: Instant
  ends_at: Instant
  place: string
  for_whom: string | null
  free: number | null
  change: ActivitySummary['change']
  sample: boolean
  changed_at: Instant | null
  moved_to: string | null
  former_starts_at: Instant | null
  former_ends_at: Instant | null
  note: string | null
  decision_at: Instant | null
  service_phone: string | null
  /** Until when lists show it. */
  shown_until: Instant
}

/** What ended early is told until it would have ended: somebody may be on the way. */
export const shownUntil = sql<Instant>`coalesce(latest.former_ends_at, ends_at)`

/** What residents may see, as lines of a list; drafts are nowhere. `latest` is the last change. */
export const summaries = (
  condition: RawBuilder<unknown>,
  limit: number,
): RawBuilder<SummaryRow> => sql<SummaryRow>`
  select id, activity.kind, topic, title, starts_at, ends_at, coalesce(latest.place, activity.place) as place,
    for_whom, capacity - seats_in_use as free, latest.kind as change, sample,
    latest.at as changed_at, latest.place as moved_to,
    former_starts_at, former_ends_at, decision_at, note, service_phone,
    ${shownUntil} as shown_until
  from activity left join lateral (
    select kind, at, place, former_starts_at, former_ends_at, decision_at, note from activity_change
    where activity_id = activity.id order by activity_change.id desc limit 1
  ) as latest on true
  where ${isPublic} and ${condition}
  order by starts_at, id limit ${limit}`

/** What lists say of an activity. */
export const summaryOf = (
  row: Pick<
    SummaryRow,
    | 'id'
    | 'kind'
    | 'topic'
    | 'title'
    | 'starts_at'
    | 'ends_at'
    | 'place'
    | 'for_whom'
    | 'free'
    | 'change'
    | 'sample'
  >,
): ActivitySummary => ({
  id: row.id,
  kind: row.kind,
  topic: row.topic,
  title: row.title,
  startsAt: toIso(row.starts_at),
  endsAt: toIso(row.ends_at),
  place: row.place,
  forWhom: row.for_whom,
  free: row.free,
  change: row.change,
  sample: row.sample,
})

export const announcedOf = (row: SummaryRow): AnnouncedActivity => ({
  ...summaryOf(row),
  announced:
    row.change === null || row.changed_at === null
      ? null
      : noticeOf({ ...row, kind: row.change, at: row.changed_at, place: row.moved_to }),
  servicePhone: row.service_phone,
})

/** What is listed, and the first instant at which it is another list, unless somebody changes something before. */
interface Listed<Content> {
  readonly content: Content
  readonly validUntil: Instant
}

/** Earliest first; and every place at which something takes place within the span. */
export async function listActivities(
  db: Reader,
  filter: ListingFilter,
  now: Instant,
): Promise<Listed<ActivitiesListed>> {
  const within = sql`starts_at < ${at(filter.to)}`
  const [activities, places, next] = await inOneTrip(
    db,
    (trip) =>
      summaries(sql`${within} and ${shownUntil} > ${at(filter.from)} and ${wanted(filter)}`, SHOWN).execute(
        trip,
      ),
    (trip) =>
      sql<{ place: string }>`
      select distinct ${currentPlace} as place from activity where status = 'published' and ${isPublic} and ${within} and ends_at > ${at(filter.from)} order by place limit ${SHOWN}
    `.execute(trip),
    (trip) => nextAppearance(trip, filter, now),
  )
  const listed = activities.rows
  // The place of what ended early is named until that end only.
  const ends = listed.flatMap((row) => [row.ends_at, row.shown_until]).filter((end) => end > now)
  return {
    content: { activities: listed.map(summaryOf), places: places.rows.map(({ place }) => place) },
    // Of what was cut off nothing is known, and its places are named all the same.
    validUntil: listed.length === SHOWN ? now : earliest(next, ...ends),
  }
}

function wanted({ place, topic, age, hasPlaces }: ListingFilter): RawBuilder<unknown> {
  return sql`
    (${place}::text is null or coalesce(latest.place, activity.place) = ${place})
    and (${topic}::text is null or topic = ${topic})
    and (${age}::integer is null or ${age}::integer between coalesce(min_age, 0) and coalesce(max_age, 150))
    and (not ${hasPlaces}::boolean or (status = 'published' and (capacity is null or seats_in_use < capacity)))`
}

/** The first few between two instants, without the workshops inside others. */
export async function nextActivities(
  db: Reader,
  { from, to }: Pick<ListingFilter, 'from' | 'to'>,
  limit: number,
): Promise<Listed<readonly AnnouncedActivity[]>> {
  const within = sql`${shownUntil} > ${at(from)} and starts_at < ${at(to)} and part_of is null`
  const [{ rows }, next] = await inOneTrip(
    db,
    (trip) => summaries(within, limit).execute(trip),
    (trip) => nextAppearance(trip, { from, to }, from),
  )
  const ends = rows.map((row) => row.shown_until)
  return { content: rows.map(announcedOf), validUntil: earliest(next, ...ends) }
}

/** When an activity enters a span that moves on with the time, or is published by the clock. */
async function nextAppearance(
  db: Reader,
  { from, to }: Pick<ListingFilter, 'from' | 'to'>,
  now: Instant,
): Promise<Instant> {
  const { rows } = await sql<{ starts: Instant | null; published: Instant | null }>`
    select (select min(starts_at) from activity where starts_at >= ${at(to)}) as starts,
      ${publishedAfter(now)} as published
  `.execute(db)
  const { starts = null, published = null } = rows[0] ?? {}
  const enters = starts === null ? NEVER : instant(starts - (to - from))
  return earliest(enters, published ?? NEVER)
}

/** When the clock publishes the next activity; `null` where nothing waits for that. */
export async function nextPublished(db: Reader, now: Instant): Promise<Instant | null> {
  const { rows } = await sql<{ next: Instant | null }>`
    select ${publishedAfter(now)} as next`.execute(db)
  return rows[0]?.next ?? null
}

const publishedAfter = (now: Instant) =>
  sql`(select min(published_from) from activity where published_from > ${at(now)})`

const NEVER = instant(Number.MAX_SAFE_INTEGER)

export async function findSummary(db: Reader, activityId: string): Promise<ActivitySummary | null> {
  const { rows } = await summaries(sql`id = ${activityId}`, 1).execute(db)
  return rows[0] === undefined ? null : summaryOf(rows[0])
}

/** Timed parts of an open activity, earliest first. */
export async function readWorkshops(db: Reader, activityId: string): Promise<readonly ActivitySummary[]> {
  const { rows } = await summaries(sql`part_of = ${activityId}`, SHOWN).execute(db)
  return rows.map(summaryOf)
}

export async function countWaitingParties(db: Reader, activityId: string): Promise<number> {
  const { parties } = await db
    .selectFrom('party_member')
    .select((member) => member.fn.count<number>('registration_id').distinct().as('parties'))
    .where('activity_id', '=', activityId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return parties
}
