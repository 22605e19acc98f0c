import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { DraftContent, RecordRow } from '../../../core/contract/activity/draft'
import type { RECORD_SHELVES } from '../../../core/domain/activity/activity'
import type { Topic } from '../../../core/domain/activity/activity'
import type { StaffReach } from '../../../core/domain/staff/post'
import { minuteOfDay, shanghaiDay, toIso, type Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import type { ActivityRow } from './activity-row'
import { isPublic } from './is-public'
import { withinReach } from './reach'

export interface RecordsFilter {
  readonly shelf: (typeof RECORD_SHELVES)[number]
  readonly officeIds: readonly string[]
  readonly topic: Topic | null
  readonly words: string | null
  readonly size: number
  readonly after: { readonly at: Instant; readonly id: string } | null
}

interface ListedRow extends Omit<RecordRow, 'startsAt' | 'endsAt' | 'publishedFrom' | 'by' | 'seats'> {
  readonly starts_at: Instant | null
  readonly ends_at: Instant | null
  readonly published_from: Instant | null
  readonly called: string | null
  readonly at: Instant | null
  readonly in_use: number
  readonly capacity: number | null
  /** What the list is sorted by. */
  readonly place_at: Instant
}

/** One page of what the desk lists, and where the next begins. */
export async function listRecords(
  db: Kysely<Schema>,
  reach: StaffReach,
  filter: RecordsFilter,
  now: Instant,
): Promise<{ readonly records: readonly RecordRow[]; readonly next: { at: Instant; id: string } | null }> {
  const { rows } = await (
    filter.shelf === 'drafts' ? listDrafts(reach, filter) : listActivities(reach, filter, now)
  ).execute(db)
  const shown = rows.slice(0, filter.size)
  const last = shown[shown.length - 1]
  return {
    records: shown.map(recordOf),
    next:
      rows.length > filter.size && last !== undefined
        ? { at: last.place_at, id: last.draftId ?? last.recordId }
        : null,
  }
}

const recordOf = (row: ListedRow): RecordRow => ({
  recordId: row.recordId,
  draftId: row.draftId,
  kind: row.kind,
  topic: row.topic,
  title: row.title,
  place: row.place,
  office: row.office,
  startsAt: row.starts_at === null ? null : toIso(row.starts_at),
  endsAt: row.ends_at === null ? null : toIso(row.ends_at),
  until: row.until,
  state: row.state,
  publishedFrom: row.published_from === null ? null : toIso(row.published_from),
  seats: row.capacity === null ? null : { inUse: row.in_use, capacity: row.capacity },
  waitingParties: row.waitingParties,
  change: row.change,
  by: row.called === null || row.at === null ? null : { called: row.called, at: toIso(row.at) },
  corrections: row.corrections,
  sample: row.sample,
})

/** `%` and `_` of what somebody typed mean themselves. */
const likeOf = (words: string | null): string | null =>
  words === null ? null : `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

const listDrafts = (
  reach: StaffReach,
  { officeIds, topic, words, size, after }: RecordsFilter,
): RawBuilder<ListedRow> => sql<ListedRow>`
  select * from (
    select record_id as "recordId", draft.id as "draftId", content->>'kind' as kind, content->>'topic' as topic,
      content->>'title' as title, content->>'place' as place, office.name as office,
      (((content->>'day')::date + coalesce((content->>'startMinute')::integer, 0) * interval '1 minute')
        at time zone 'Asia/Shanghai') as starts_at,
      (((content->>'day')::date + (content->>'endMinute')::integer * interval '1 minute')
        at time zone 'Asia/Shanghai') as ends_at,
      content->'weekly'->>'until' as until,
      case when sent_back_word is null then state else 'sent_back' end as state, publish_at as published_from,
      0 as in_use, (content->>'capacity')::integer as capacity, 0 as "waitingParties", null as change,
      post.called, draft.at, 0 as corrections, coalesce((content->>'sample')::boolean, false) as sample,
      draft.at as place_at
    from draft join post on post.id = by_post left join office on office.id = draft.office_id
    where draft.kind = 'activity' and state <> 'approved' and ${draftWithin(reach)}
      and (${officeIds.length === 0} or draft.office_id = any (${[...officeIds]}::text[]))
      and (${topic}::text is null or content->>'topic' = ${topic})
      and (${likeOf(words)}::text is null or content->>'title' like ${likeOf(words)} or content->>'place' like ${likeOf(words)})
      and (${after === null} or (draft.at, draft.id::text) < (${at(after?.at ?? (0 as Instant))}, ${after?.id ?? ''}))
  ) as one
  order by place_at desc, "draftId"::text desc limit ${size + 1}`

const draftWithin = ({ offices }: StaffReach): RawBuilder<boolean> =>
  offices === 'all' ? sql`true` : sql`draft.office_id = any (${[...offices]}::text[])`

function listActivities(
  reach: StaffReach,
  { shelf, officeIds, topic, words, size, after }: RecordsFilter,
  now: Instant,
): RawBuilder<ListedRow> {
  const isPast = shelf === 'past'
  const beyond = isPast ? sql`<` : sql`>`
  const from = after === null ? null : { moment: at(after.at), id: after.id }
  return sql<ListedRow>`
    select activity.id as "recordId", null as "draftId", activity.kind, topic, title,
      coalesce(latest.place, activity.place) as place, office.name as office, starts_at, ends_at, null as until,
      case when activity.status = 'withdrawn' then 'withdrawn' when ${isPublic} then 'published' else 'scheduled' end
        as state,
      published_from, seats_in_use as in_use, capacity, (
        select count(distinct registration_id) from party_member
        where activity_id = activity.id and state = 'waiting' and starts_at > ${at(now)}
      )::integer as "waitingParties",
      latest.kind as change, null as called, null as at, (
        select count(*) from correction where activity_id = activity.id and looked_at is null
      )::integer as corrections, sample, starts_at as place_at
    from activity left join office on office.id = activity.office_id left join lateral (
      select kind, place from activity_change where activity_id = activity.id order by activity_change.id desc limit 1
    ) as latest on true
    where activity.status <> 'draft' and part_of is null and ${withinReach(reach)}
      and ${isPast ? sql`ends_at <= ${at(now)}` : sql`ends_at > ${at(now)}`}
      and (${officeIds.length === 0} or activity.office_id = any (${[...officeIds]}::text[]))
      and (${topic}::text is null or topic = ${topic})
      and (${likeOf(words)}::text is null or title like ${likeOf(words)} or coalesce(latest.place, activity.place) like ${likeOf(words)})
      ${from === null ? sql`` : sql`and (starts_at, activity.id) ${beyond} (${from.moment}, ${from.id})`}
    order by starts_at ${isPast ? sql`desc` : sql`asc`}, activity.id ${isPast ? sql`desc` : sql`asc`}
    limit ${size + 1}`
}

/** A row as the form would hold it, with its workshops. */
export function contentOf(row: ActivityRow, workshops: readonly ActivityRow[]): DraftContent {
  const early = (moment: Instant | null) =>
    moment === null ? null : { days: daysBefore(row.starts_at, moment), minute: minuteOfDay(moment) }
  return {
    kind: row.kind === 'open' ? 'open' : 'registered',
    topic: row.topic,
    ...wordsIn(row),
    place: row.place,
    officeId: row.office_id,
    sample: row.sample,
    day: shanghaiDay(row.starts_at),
    startMinute: minuteOfDay(row.starts_at),
    endMinute: endMinuteOf(row),
    weekly: null,
    opens: early(row.opens_at),
    closes: early(row.closes_at),
    capacity: row.capacity,
    waitlistLimit: row.waitlist_limit,
    coolDown: row.cool_down,
    minAge: row.min_age,
    maxAge: row.max_age,
    compoundIds: row.compound_ids,
    neighbourhoodIds: row.neighbourhood_ids,
    questions: row.questions.map((question) => ({
      id: question.id,
      text: question.text,
      required: question.required,
      kind: question.kind,
      choices: question.kind === 'choice' ? [...question.choices] : [],
      longest: question.kind === 'text' ? question.longest : 100,
    })),
    workshops: workshops.map((part) => ({
      title: part.title,
      place: part.place === row.place ? '' : part.place,
      startMinute: minuteOfDay(part.starts_at),
      endMinute: endMinuteOf(part),
      capacity: part.capacity,
      minAge: part.min_age,
      maxAge: part.max_age,
    })),
  }
}

/** An end at midnight is the minute 1440 of the day; a later one is cut there. */
const endMinuteOf = ({ starts_at, ends_at }: ActivityRow): number =>
  shanghaiDay(starts_at) === shanghaiDay(ends_at) ? minuteOfDay(ends_at) : 1440

const DAY = 86_400_000
/** Shanghai has no summer time: a day is always as long. */
const daysBefore = (start: Instant, moment: Instant): number =>
  Math.max(0, Math.round((Date.parse(shanghaiDay(start)) - Date.parse(shanghaiDay(moment))) / DAY))

/** The words of a row, as 改错 changes them. */
export const wordsIn = (row: ActivityRow) => ({
  title: row.title,
  about: row.about === null ? [] : row.about.split('\n'),
  bring: row.bring ?? '',
  host: row.host ?? '',
  forWhom: row.for_whom ?? '',
  photo: row.photo === null ? null : { name: row.photo, alt: row.photo_alt ?? '' },
  access: {
    stepFree: row.step_free,
    ramp: row.ramp,
    lift: row.lift,
    accessibleToilet: row.accessible_toilet,
    hearingLoop: row.hearing_loop,
    doorWidthCm: row.door_width_cm,
    verifiedOn: row.access_verified_on,
  },
  amenities: {
    toilet: row.toilet,
    babyRoom: row.baby_room,
    drinkingWater: row.drinking_water,
    servicePhone: row.service_phone ?? '',
  },
})

/** Workshops of an open activity, as rows. */
export const readParts = (db: Kysely<Schema>, activityId: string): Promise<ActivityRow[]> =>
  db
    .selectFrom('activity')
    .selectAll()
    .where('part_of', '=', activityId)
    .where('status', '<>', 'withdrawn')
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

/** The other dates of its series that have not begun. */
export async function readComing(
  db: Kysely<Schema>,
  { id, series_id }: ActivityRow,
  now: Instant,
): Promise<readonly { readonly id: string; readonly starts_at: Instant }[]> {
  if (series_id === null) return []
  return db
    .selectFrom('activity')
    .select(['id', 'starts_at'])
    .where('series_id', '=', series_id)
    .where('id', '<>', id)
    .where('status', '=', 'published')
    .where('starts_at', '>', at(now))
    .orderBy('starts_at')
    .execute()
}

/** 单人发布: it was approved by the account that wrote it, which was the only one. */
export async function wasPublishedAlone(db: Kysely<Schema>, activityId: string): Promise<boolean> {
  const row = await db
    .selectFrom('activity_history')
    .select('id')
    .where('activity_id', '=', activityId)
    .where('act', '=', 'approved')
    .where(sql<boolean>`detail @> '{"isAlone": true}'`)
    .executeTakeFirst()
  return row !== undefined
}
