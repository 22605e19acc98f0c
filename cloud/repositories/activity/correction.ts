import { sql, type Kysely, type Transaction } from 'kysely'
import type { ActivityWords } from '../../../core/contract/activity/draft'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Permit } from '../../app/permit'
import type { Schema } from '../../database/schema'
import type { ActivityRow } from './activity-row'
import { wordsOf } from './draft'
import { wordsIn } from './records'

/** What differs, both wordings; nothing where nothing does. */
export function changedWords(
  before: ActivityWords,
  after: ActivityWords,
): { readonly before: Partial<ActivityWords>; readonly after: Partial<ActivityWords> } {
  const names = (Object.keys(after) as (keyof ActivityWords)[]).filter(
    (name) => canonical(before[name]) !== canonical(after[name]),
  )
  const picked = (words: ActivityWords): Partial<ActivityWords> =>
    Object.fromEntries(names.map((name) => [name, words[name]]))
  return { before: picked(before), after: picked(after) }
}

/** The same text for the same value, in whichever order its parts stand. */
const canonical = (value: unknown): string =>
  JSON.stringify(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
      : value,
  )

/** Writes other words into a public row and keeps both wordings; false where they are the same. */
export async function recordCorrection(
  tx: Transaction<Schema>,
  { post }: Permit,
  row: ActivityRow,
  words: ActivityWords,
  now: Instant,
): Promise<boolean> {
  const { before, after } = changedWords(wordsIn(row), words)
  if (Object.keys(after).length === 0) return false
  await tx
    .updateTable('activity')
    .set({ ...wordsOf(words), version: sql`version + 1`, edited_at: new Date(now) })
    .where('id', '=', row.id)
    .execute()
  await tx
    .insertInto('correction')
    .values({
      activity_id: row.id,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      by_post: post.id,
      at: new Date(now),
      looked_by: null,
      looked_at: null,
    })
    .execute()
  return true
}

/** The newest first. */
export const readCorrections = (db: Kysely<Schema>, activityId: string) =>
  db
    .selectFrom('correction')
    .innerJoin('post', 'post.id', 'by_post')
    .leftJoin('post as reader', 'reader.id', 'looked_by')
    .select([
      'correction.id',
      'post.called',
      'post.resident_id as by',
      'correction.at',
      sql<Partial<ActivityWords>>`before`.as('before'),
      sql<Partial<ActivityWords>>`after`.as('after'),
      'reader.called as lookedBy',
    ])
    .where('activity_id', '=', activityId)
    .orderBy('correction.at', 'desc')
    .orderBy('correction.id')
    .limit(50)
    .execute()

export async function findCorrection(
  db: Kysely<Schema>,
  correctionId: string,
): Promise<{ readonly activityId: string; readonly by: string | null } | null> {
  const row = await db
    .selectFrom('correction')
    .innerJoin('post', 'post.id', 'by_post')
    .select(['activity_id as activityId', 'post.resident_id as by'])
    .where('correction.id', '=', correctionId)
    .executeTakeFirst()
  return row ?? null
}

/** Whoever looked first stays named. */
export async function recordLooked(
  tx: Transaction<Schema>,
  { post }: Permit,
  correctionId: string,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('correction')
    .set({ looked_by: post.id, looked_at: new Date(now) })
    .where('id', '=', correctionId)
    .where('looked_at', 'is', null)
    .execute()
}
