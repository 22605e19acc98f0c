import { sql, type Kysely, type Transaction } from 'kysely'
import type { DraftContent, DraftState, DraftView } from '../../../core/contract/activity/draft'
import { EDITORS } from '../../../core/domain/staff/post'
import type { PlannedDate } from '../../../core/domain/activity/planning/draft'
import { toIso, type Instant, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Permit } from '../../app/permit'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import type { ActivityRow } from './activity-row'
import { currentPlace } from './change'

type Tx = Transaction<Schema>

/** A draft with the account and the name of the post that wrote it last, or handed it in. */
export interface FoundDraft {
  readonly id: string
  readonly recordId: string
  readonly officeId: string | null
  readonly version: number
  readonly state: DraftState
  readonly content: DraftContent
  readonly publishAt: Instant | null
  readonly by: string | null
  readonly called: string
  readonly at: Instant
  readonly sentBack: { readonly called: string; readonly word: string } | null
  readonly sentBackAs: DraftView['sentBackAs']
}

const drafts = (db: Kysely<Schema>, draftId: string) =>
  db
    .selectFrom('draft')
    .innerJoin('post', 'post.id', 'draft.by_post')
    .select([
      'draft.id',
      'record_id as recordId',
      'office_id as officeId',
      'version',
      'state',
      // What was written before there were photos has none.
      sql<DraftContent>`'{"photo":null}'::jsonb || content`.as('content'),
      'publish_at as publishAt',
      'post.resident_id as by',
      'post.called',
      'draft.at',
      sql<FoundDraft['sentBackAs']>`sent_back_as`.as('sentBackAs'),
      sql<FoundDraft['sentBack']>`(
        select jsonb_build_object('called', called, 'word', sent_back_word) from post as reader
        where reader.id = sent_back_by and sent_back_word is not null)`.as('sentBack'),
    ])
    .where('draft.kind', '=', 'activity')
    .where('draft.id', '=', draftId)

export const findDraft = async (db: Kysely<Schema>, draftId: string): Promise<FoundDraft | null> =>
  (await drafts(db, draftId).executeTakeFirst()) ?? null

/** Under the lock of its row: of two who save, hand in or approve at once, the second sees what the first did. */
export async function lockDraft(tx: Tx, draftId: string): Promise<FoundDraft | null> {
  await tx.selectFrom('draft').select('id').where('id', '=', draftId).forUpdate().execute()
  return findDraft(tx, draftId)
}

interface Written {
  readonly content: DraftContent
  readonly publishAt: Instant | null
}

const columnsOf = ({ post }: Permit, { content, publishAt }: Written, now: Instant) => ({
  content: JSON.stringify(content),
  office_id: content.officeId,
  publish_at: publishAt === null ? null : new Date(publishAt),
  by_post: post.id,
  at: new Date(now),
})

export async function recordNewDraft(
  tx: Tx,
  permit: Permit,
  recordId: string,
  written: Written,
  now: Instant,
): Promise<{ readonly id: string; readonly version: number }> {
  return tx
    .insertInto('draft')
    .values({
      kind: 'activity',
      record_id: recordId,
      state: 'writing',
      base_version: null,
      sent_back_word: null,
      sent_back_by: null,
      approved_by: null,
      approved_at: null,
      ...columnsOf(permit, written, now),
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
}

/** Whoever saves takes it back from review. */
export async function recordSaved(
  tx: Tx,
  permit: Permit,
  draftId: string,
  written: Written,
  now: Instant,
): Promise<number> {
  const { version } = await tx
    .updateTable('draft')
    .set({ ...columnsOf(permit, written, now), state: 'writing', version: sql`version + 1` })
    .where('id', '=', draftId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function recordHandedIn(tx: Tx, { post }: Permit, draftId: string, now: Instant): Promise<void> {
  await tx
    .updateTable('draft')
    .set({
      state: 'handed_in',
      by_post: post.id,
      at: new Date(now),
      sent_back_word: null,
      sent_back_by: null,
    })
    .where('id', '=', draftId)
    .execute()
}

export async function recordSentBack(
  tx: Tx,
  { post }: Permit,
  { id: draftId, content, publishAt }: FoundDraft,
  word: string,
): Promise<void> {
  const sentBackAs: DraftView['sentBackAs'] = {
    word,
    content,
    publishAt: publishAt === null ? null : toIso(publishAt),
  }
  await tx
    .updateTable('draft')
    .set({
      state: 'writing',
      sent_back_word: word,
      sent_back_by: post.id,
      sent_back_as: JSON.stringify(sentBackAs),
    })
    .where('id', '=', draftId)
    .execute()
}

export async function recordApproved(
  tx: Tx,
  { post }: Permit,
  draftId: string,
  isAlone: boolean,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ state: 'approved', approved_by: post.id, approved_at: new Date(now), is_alone: isAlone })
    .where('id', '=', draftId)
    .execute()
}

export async function removeDraft(tx: Tx, _permit: Permit, draftId: string): Promise<void> {
  await tx.deleteFrom('draft').where('id', '=', draftId).execute()
}

/** Accounts that may approve at `now`, each once however many posts it holds. */
export async function readApprovers(db: Kysely<Schema>, now: Instant): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('post')
    .select('resident_id')
    .distinct()
    .where('role', 'in', EDITORS)
    .where('resident_id', 'is not', null)
    .where('dismissed_at', 'is', null)
    .where('starts_at', '<=', at(now))
    .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', at(now))]))
    .execute()
  return rows.flatMap(({ resident_id }) => (resident_id === null ? [] : [resident_id]))
}

/**
 * Copies a draft into rows that are public from then on: one activity for each date, each with its workshops. Gives
 * the ids of the dates.
 */
export async function recordPublished(
  tx: Tx,
  _permit: Permit,
  { recordId, content }: FoundDraft,
  dates: readonly PlannedDate[],
  publishedFrom: Instant,
  now: Instant,
): Promise<readonly string[]> {
  const rows = dates.flatMap((date) =>
    rowsOn(recordId, content, date).map(({ row, startsAt, endsAt, opensAt, closesAt }) => ({
      ...row,
      questions: JSON.stringify(row.questions),
      starts_at: new Date(startsAt),
      ends_at: new Date(endsAt),
      opens_at: opensAt === null ? null : new Date(opensAt),
      closes_at: closesAt === null ? null : new Date(closesAt),
      published_from: new Date(publishedFrom),
      edited_at: new Date(now),
    })),
  )
  await tx.insertInto('activity').values(rows).execute()
  return dates.map((date) => idOf(recordId, content, date))
}

/** The rows that one date would become, as they would be read once they are public: the activity, then its workshops. */
export const rowsToBe = (
  recordId: string,
  content: DraftContent,
  date: PlannedDate,
): readonly ActivityRow[] =>
  rowsOn(recordId, content, date).map(({ row, startsAt, endsAt, opensAt, closesAt }) => ({
    ...row,
    starts_at: startsAt,
    ends_at: endsAt,
    opens_at: opensAt,
    closes_at: closesAt,
    seats_in_use: 0,
    next_join_number: 1,
    edited_at: null,
    published_from: null,
    version: 1,
  }))

const idOf = (recordId: string, { weekly }: DraftContent, { key }: PlannedDate): string =>
  weekly === null ? recordId : `${recordId}-${key.replaceAll('-', '')}`

/** What one date becomes, the activity first and then its workshops, each with its times. */
function rowsOn(recordId: string, content: DraftContent, date: PlannedDate) {
  const id = idOf(recordId, content, date)
  const shared = rowOf(content)
  const isSeries = content.weekly !== null
  const { startsAt, endsAt } = date
  const { opensAt, closesAt } = content.kind === 'open' ? { opensAt: null, closesAt: null } : date
  return [
    {
      row: { ...shared, id, series_id: isSeries ? recordId : null, series_day: isSeries ? date.key : null },
      ...{ startsAt, endsAt, opensAt, closesAt },
    },
    ...date.workshops.map((span, index) => ({
      row: { ...shared, ...workshopRow(content, index), id: `${id}-${index + 1}`, part_of: id },
      ...span,
      opensAt: null,
      closesAt: null,
    })),
  ]
}

/** A workshop has its own title, seats and ages, and the rest of its market. */
function workshopRow(content: DraftContent, index: number) {
  const workshop = content.workshops[index]
  if (workshop === undefined) throw new Error(`a draft has no workshop ${index}`)
  const { title, place, capacity, minAge, maxAge } = workshop
  return {
    kind: 'workshop' as const,
    title,
    about: null,
    bring: null,
    place: place === '' ? content.place : place,
    series_id: null,
    series_day: null,
    capacity,
    min_age: minAge,
    max_age: maxAge,
    compound_ids: [],
    neighbourhood_ids: [],
    questions: [],
    cool_down: false,
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)

/** The columns for the words of an activity, in drafts and in 改错. */
export const wordsOf = (
  words: Pick<
    DraftContent,
    'title' | 'about' | 'bring' | 'host' | 'forWhom' | 'photo' | 'access' | 'amenities'
  >,
) => ({
  title: words.title,
  about: orNull(words.about.filter((paragraph) => paragraph !== '').join('\n')),
  bring: orNull(words.bring),
  host: orNull(words.host),
  for_whom: orNull(words.forWhom),
  photo: words.photo?.name ?? null,
  photo_alt: words.photo?.alt ?? null,
  step_free: words.access.stepFree,
  ramp: words.access.ramp,
  lift: words.access.lift,
  accessible_toilet: words.access.accessibleToilet,
  hearing_loop: words.access.hearingLoop,
  door_width_cm: words.access.doorWidthCm,
  access_verified_on: words.access.verifiedOn as ShanghaiDay | null,
  toilet: words.amenities.toilet,
  baby_room: words.amenities.babyRoom,
  drinking_water: words.amenities.drinkingWater,
  service_phone: orNull(words.amenities.servicePhone),
})

/** What seats, audience and questions mean nothing for is left empty where no registration is taken. */
function rowOf(content: DraftContent) {
  const isOpen = content.kind === 'open'
  return {
    status: 'published' as const,
    origin: 'staff' as const,
    kind: content.kind,
    topic: content.topic,
    ...wordsOf(content),
    place: content.place,
    office_id: content.officeId,
    part_of: null,
    sample: content.sample,
    capacity: isOpen ? null : content.capacity,
    waitlist_limit: content.waitlistLimit,
    cool_down: !isOpen && content.coolDown,
    min_age: content.minAge,
    max_age: content.maxAge,
    compound_ids: content.compoundIds,
    neighbourhood_ids: content.neighbourhoodIds,
    questions: isOpen ? [] : content.questions,
    roll_closed_at: null,
  }
}

export const isOffice = async (db: Kysely<Schema>, officeId: string): Promise<boolean> =>
  (await db.selectFrom('office').select('id').where('id', '=', officeId).executeTakeFirst()) !== undefined

/** Which of the places that a draft names are not in the directory. */
export async function unknownPlaces(
  db: Kysely<Schema>,
  { compoundIds, neighbourhoodIds }: DraftContent,
): Promise<{ compounds: readonly string[]; neighbourhoods: readonly string[] }> {
  const missing = (ids: readonly string[], table: 'compound' | 'neighbourhood') => sql<string[]>`array(
    select given from unnest(${ids}::text[]) as given where given not in (select id from ${sql.table(table)})
  )`
  return db
    .selectNoFrom([
      missing(compoundIds, 'compound').as('compounds'),
      missing(neighbourhoodIds, 'neighbourhood').as('neighbourhoods'),
    ])
    .executeTakeFirstOrThrow()
}

/** What takes place in an office, or at a place of that name, within a span; what one draft became is left out. */
export async function readTaken(
  db: Kysely<Schema>,
  where: { readonly officeId: string | null; readonly place: string },
  [from, to]: readonly [Instant, Instant],
): Promise<readonly { readonly title: string; readonly startsAt: Instant; readonly endsAt: Instant }[]> {
  return db
    .selectFrom('activity')
    .select(['title', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('status', '=', 'published')
    .where('part_of', 'is', null)
    .where((one) =>
      one.or([
        one(currentPlace, '=', where.place),
        ...(where.officeId === null ? [] : [one('office_id', '=', where.officeId)]),
      ]),
    )
    .where('starts_at', '<', at(to))
    .where('ends_at', '>', at(from))
    .orderBy('starts_at')
    .limit(200)
    .execute()
}
