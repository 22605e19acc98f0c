import { sql, type Kysely, type Transaction } from 'kysely'
import type { FileKind } from '../../core/domain/staff/picture'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { PictureType, PictureWidth } from '../../core/shapes/picture'
import type { Permit } from '../app/permit'
import { at } from '../database/at'
import type { Schema } from '../database/schema'
import { isPublic } from './activity/is-public'

type Reader = Kysely<Schema>
type Tx = Transaction<Schema>

export const MEDIA_TYPES = { webp: 'image/webp', jpg: 'image/jpeg' } as const satisfies Record<
  PictureType,
  string
>

/** What a picture is for: the office of an activity, or of the draft that is to become one. */
export interface FileOwner {
  readonly id: string
  readonly officeId: string | null
}

/** By the id of an activity, or by the record that an open draft is to become, a series included. */
export async function findFileOwner(db: Reader, activityId: string): Promise<FileOwner | null> {
  const { rows } = await sql<FileOwner>`
    select id, office_id as "officeId" from activity where id = ${activityId} and status <> 'draft'
    union all
    (select series_id, office_id from activity where series_id = ${activityId} and status <> 'draft' limit 1)
    union all
    select record_id, office_id from draft
    where kind = 'activity' and record_id = ${activityId} and state <> 'approved'
    limit 1`.execute(db)
  return rows[0] ?? null
}

/** What counts when somebody asks for a ticket; who asks for the same activity or post waits until this is over. */
export async function lockCounts(
  tx: Tx,
  { post }: Permit,
  ownerId: string,
  since: { readonly ticket: Instant; readonly hour: Instant },
): Promise<{ readonly ofActivity: number; readonly ofPost: number }> {
  await sql`
    select pg_advisory_xact_lock(hashtext(key)) from unnest(${[`files ${ownerId}`, `files of post ${post.id}`]}::text[]) as key
    order by key`.execute(tx)
  const { rows } = await sql<{ ofActivity: number; ofPost: number }>`
    select
      (select count(*)::int from file where owner_kind = 'activity' and owner_id = ${ownerId})
      + (select count(*)::int from upload_ticket
         where owner_kind = 'activity' and owner_id = ${ownerId} and used_at is null and at > ${at(since.ticket)})
      as "ofActivity",
      (select count(*)::int from upload_ticket where by_post = ${post.id} and at > ${at(since.hour)}) as "ofPost"
  `.execute(tx)
  const [counts] = rows
  if (counts === undefined) throw new Error('the database did not count')
  return counts
}

export async function recordTicket(
  tx: Tx,
  { post }: Permit,
  ticket: { readonly hash: Buffer; readonly kind: FileKind; readonly ownerId: string },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('upload_ticket')
    .values({
      ticket_hash: ticket.hash,
      kind: ticket.kind,
      owner_kind: 'activity',
      owner_id: ticket.ownerId,
      by_post: post.id,
      at: new Date(now),
      used_at: null,
    })
    .execute()
}

/** Uses a ticket up, once, by one of the posts that hold still; `null` where it is none of theirs or over. */
export async function useTicket(
  db: Reader,
  hash: Buffer,
  posts: readonly string[],
  since: Instant,
  now: Instant,
): Promise<{ readonly kind: FileKind; readonly ownerId: string; readonly postId: string } | null> {
  const row = await db
    .updateTable('upload_ticket')
    .set({ used_at: new Date(now) })
    .where('ticket_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('at', '>', at(since))
    .where(sql<boolean>`by_post = any (${posts}::uuid[])`)
    .returning(['kind', 'owner_id as ownerId', 'by_post as postId'])
    .executeTakeFirst()
  return row ?? null
}

/** A picture as it was made, with all its widths. */
interface NewFile {
  readonly name: string
  readonly kind: FileKind
  readonly ownerId: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly widths: readonly {
    readonly width: PictureWidth
    readonly type: PictureType
    readonly content: Uint8Array
  }[]
}

export async function recordFile(tx: Tx, { post }: Permit, file: NewFile, now: Instant): Promise<void> {
  await tx
    .insertInto('file')
    .values({
      name: file.name,
      kind: file.kind,
      media_type: file.mediaType,
      width: file.width,
      height: file.height,
      bytes: file.widths.reduce((sum, { content }) => sum + content.length, 0),
      owner_kind: 'activity',
      owner_id: file.ownerId,
      by_post: post.id,
      at: new Date(now),
    })
    .execute()
  await tx
    .insertInto('file_content')
    .values(
      file.widths.map(({ width, type, content }) => ({
        file_name: file.name,
        width,
        media_type: MEDIA_TYPES[type],
        content: Buffer.from(content),
      })),
    )
    .execute()
}

/**
 * Whether residents see a row of `file`: something public shows it now. A draft does not, nor what is to be published
 * later, nor a photo that was replaced.
 */
const isShown = sql<boolean>`exists (select from activity where activity.photo = file.name and ${isPublic})`

/** One width of a picture that is public. */
export const findShown = (
  db: Reader,
  name: string,
  width: PictureWidth,
  type: PictureType,
): Promise<{ content: Buffer } | undefined> =>
  withContent(db, name, width, type).select('content').where(isShown).executeTakeFirst()

/** One width of any picture, with what says who may look at it. */
export const findFile = (db: Reader, name: string, width: PictureWidth, type: PictureType) =>
  withContent(db, name, width, type)
    .select([
      'file.name',
      'kind',
      'file.width',
      'file.height',
      'owner_id as ownerId',
      'content',
      isShown.as('isShown'),
    ])
    .executeTakeFirst()

const withContent = (db: Reader, name: string, width: PictureWidth, type: PictureType) =>
  db
    .selectFrom('file')
    .innerJoin('file_content', 'file_content.file_name', 'file.name')
    .where('file.name', '=', name)
    .where('file_content.width', '=', width)
    .where('file_content.media_type', '=', MEDIA_TYPES[type])

/** Of the names given, those of stored pictures of that kind, and whose they are. */
export const readFiles = (db: Reader, names: readonly string[], kind: FileKind) =>
  db
    .selectFrom('file')
    .select(['name', 'owner_id as ownerId', isShown.as('isShown')])
    .where(sql<boolean>`name = any (${names}::text[])`)
    .where('kind', '=', kind)
    .execute()

/** Tickets are counted by the hour; gives how many rows were deleted. */
export async function pruneTickets(db: Reader, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('upload_ticket')
    .where('at', '<=', at(before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/**
 * Pictures of which nothing makes use: no activity and no open draft. One that was sent just now may stand in a form
 * that nobody saved yet.
 * @param before those that were sent earlier
 */
export async function pruneFiles(db: Reader, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('file')
    .where('at', '<=', at(before))
    .where(
      sql<boolean>`not exists (select from activity where activity.photo = file.name)
        and not exists (
          select from draft where draft.kind = 'activity' and draft.state <> 'approved'
            and draft.content->'photo'->>'name' = file.name)`,
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}
