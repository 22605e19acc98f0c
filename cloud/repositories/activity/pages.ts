import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { ActivitySummary, Topic } from '../../../core/contract/activity/activity-page'
import type { ActivityKind } from '../../../core/domain/activity/activity'
import { toIso, type Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'

type Reader = Kysely<Schema>

/** More than one list can show; whoever looks further ahead asks for another span. */
const SHOWN = 100

export interface ListingWish {
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
}

/** What residents may see, as lines of a list; drafts are nowhere. `latest` is the last change. */
export const summaries = (
  condition: RawBuilder<unknown>,
  limit: number,
): RawBuilder<SummaryRow> => sql<SummaryRow>`
  select id, activity.kind, topic, title, starts_at, ends_at, coalesce(latest.place, activity.place) as place,
    for_whom, capacity - seats_in_use as free, latest.kind as change, sample
  from activity left join lateral (
    select kind, place, former_starts_at from activity_change where activity_id = activity.id order by activity_change.id desc limit 1
  ) as latest on true
  where status <> 'draft' and ${condition}
  order by starts_at, id limit ${limit}`

export const summaryOf = ({ starts_at, ends_at, for_whom, ...row }: SummaryRow): ActivitySummary => ({
  ...row,
  startsAt: toIso(starts_at),
  endsAt: toIso(ends_at),
  forWhom: for_whom,
})

/** Earliest first; and every place at which something takes place within the span. */
export async function listActivities(
  db: Reader,
  wish: ListingWish,
): Promise<{ activities: readonly ActivitySummary[]; places: readonly string[] }> {
  const within = sql`ends_at > ${at(wish.from)} and starts_at < ${at(wish.to)}`
  const [activities, places] = await Promise.all([
    summaries(sql`${within} and ${wanted(wish)}`, SHOWN).execute(db),
    sql<{ place: string }>`
      select distinct place from activity where status = 'published' and ${within} order by place limit ${SHOWN}
    `.execute(db),
  ])
  return { activities: activities.rows.map(summaryOf), places: places.rows.map(({ place }) => place) }
}

function wanted({ place, topic, age, hasPlaces }: ListingWish): RawBuilder<unknown> {
  return sql`
    (${place}::text is null or activity.place = ${place})
    and (${topic}::text is null or topic = ${topic})
    and (${age}::integer is null or ${age}::integer between coalesce(min_age, 0) and coalesce(max_age, 150))
    and (not ${hasPlaces}::boolean or (status = 'published' and (capacity is null or seats_in_use < capacity)))`
}

/** The first few between two instants, without the workshops inside others. */
export async function nextActivities(
  db: Reader,
  { from, to }: Pick<ListingWish, 'from' | 'to'>,
  limit: number,
): Promise<readonly ActivitySummary[]> {
  const within = sql`ends_at > ${at(from)} and starts_at < ${at(to)} and part_of is null`
  const { rows } = await summaries(within, limit).execute(db)
  return rows.map(summaryOf)
}

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
