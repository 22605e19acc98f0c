import { sql, type Transaction } from 'kysely'
import type { Post, StaffRole } from '../../core/domain/staff/post'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import { executeLater } from '../database/one-trip'
import type { Schema } from '../database/schema'
import { endAllDeskSessions } from './desk-session'

export interface NewPost {
  readonly residentId: string
  readonly role: StaffRole
  readonly called: string
  readonly officeIds?: readonly string[]
  readonly activityIds?: readonly string[] | null
  readonly mayReadLog?: boolean
  readonly endsAt?: Instant | null
  readonly invitedBy?: string | null
}

/** Gives a post from `now` on; returns its id. What the account holds already stays. */
export async function recordPost(db: Database, post: NewPost, now: Instant): Promise<string> {
  const { id } = await db
    .insertInto('post')
    .values({
      resident_id: post.residentId,
      role: post.role,
      called: post.called,
      office_ids: [...(post.officeIds ?? [])],
      activity_ids: post.activityIds ? [...post.activityIds] : null,
      may_read_log: post.mayReadLog ?? false,
      starts_at: new Date(now),
      ends_at: post.endsAt ? new Date(post.endsAt) : null,
      dismissed_at: null,
      invited_by: post.invitedBy ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives a post to somebody of a demonstration who has none of that role; two calls at once give one. */
export async function ensurePost(db: Database, post: NewPost, now: Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('resident').select('id').where('id', '=', post.residentId).forUpdate().execute()
    const held = await tx
      .selectFrom('post')
      .select('id')
      .where('resident_id', '=', post.residentId)
      .where('role', '=', post.role)
      .where('dismissed_at', 'is', null)
      .executeTakeFirst()
    if (held === undefined) await recordPost(tx, post, now)
  })
}

/** What the recognising statement reads of a post, as JSON in the words of `Post`. */
export const postJson = sql<Post>`jsonb_build_object(
  'id', post.id, 'role', post.role, 'called', post.called, 'officeIds', to_jsonb(post.office_ids),
  'activityIds', to_jsonb(post.activity_ids), 'mayReadLog', post.may_read_log)`

/** One thing done in the name of a post. `changed` holds only what may be read by whoever reads the log. */
export interface StaffAct {
  readonly postId: string | null
  readonly source: 'phone' | 'desk' | 'command'
  readonly endpoint: string
  readonly record?: { readonly kind: string; readonly id: string } | null
  readonly changed?: Readonly<Record<string, unknown>>
}

export async function recordAct(
  db: Database | Transaction<Schema>,
  { postId, source, endpoint, record, changed }: StaffAct,
  now: Instant,
): Promise<void> {
  const statement = db.insertInto('staff_act').values({
    at: new Date(now),
    post_id: postId,
    source,
    endpoint,
    record_kind: record?.kind ?? null,
    record_id: record?.id ?? null,
    changed: JSON.stringify(changed ?? {}),
  })
  await executeLater(db, statement.compile())
}

/** Posts that hold at `now`, of one account. */
const heldBy = (tx: Database, residentId: string, now: Instant) =>
  tx
    .selectFrom('post')
    .where('resident_id', '=', residentId)
    .where('dismissed_at', 'is', null)
    .where('starts_at', '<=', at(now))
    .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', at(now))]))

export const readHeldPosts = (db: Database, residentId: string, now: Instant) =>
  heldBy(db, residentId, now).select(POST_COLUMNS).orderBy('starts_at').orderBy('id').execute()

export interface VolunteerToTell {
  readonly residentId: string
  /** Messages about changes that they still consent to. */
  readonly consentsLeft: number
  /** A change of any of these activities was written to them at `now` already, as registered persons. */
  readonly isTold: boolean
}

/** 志愿者 who were let in for one of these activities, each once. */
export async function readVolunteersToTell(
  db: Database | Transaction<Schema>,
  activityIds: readonly string[],
  now: Instant,
): Promise<readonly VolunteerToTell[]> {
  const { rows } = await sql<VolunteerToTell>`
    select resident_id as "residentId", coalesce((
      select consents from message_consent as consent
      where consent.resident_id = volunteer.resident_id and template = 'change'
    ), 0) as "consentsLeft", exists (
      select from message where message.resident_id = volunteer.resident_id and message.at = ${at(now)}
        and activity_id = any (${[...activityIds]}::text[]) and kind in ('changed', 'withdrawn')
    ) as "isTold"
    from (
      select distinct resident_id from post
      where role = 'scanner' and activity_ids && ${[...activityIds]}::text[] and resident_id is not null
        and dismissed_at is null and (ends_at is null or ends_at > ${at(now)})
    ) as volunteer order by resident_id`.execute(db)
  return rows
}

const POST_COLUMNS = [
  'id',
  'resident_id',
  'role',
  'called',
  'office_ids',
  'activity_ids',
  'may_read_log',
  'starts_at',
  'ends_at',
  'dismissed_at',
  'invited_by',
] as const

export type PostRecord = Awaited<ReturnType<typeof listPosts>>[number]

/** All posts, those that hold first, then by name. */
export const listPosts = (db: Database) =>
  db
    .selectFrom('post')
    .select(POST_COLUMNS)
    .orderBy(sql`dismissed_at is not null`)
    .orderBy('called')
    .orderBy('id')
    .execute()

export const findPost = (db: Database, id: string): Promise<PostRecord | undefined> =>
  db.selectFrom('post').select(POST_COLUMNS).where('id', '=', id).executeTakeFirst()

/**
 * Whoever changes how many admins there are takes turns: two of them who dismiss each other at once do not both
 * succeed. Returns the accounts with an active post of `admin`.
 */
export async function lockAdmins(tx: Transaction<Schema>, now: Instant): Promise<ReadonlySet<string>> {
  await sql`select pg_advisory_xact_lock(hashtext('admins'))`.execute(tx)
  const rows = await tx
    .selectFrom('post')
    .select('resident_id')
    .where('role', '=', 'admin')
    .where('dismissed_at', 'is', null)
    .where('starts_at', '<=', at(now))
    .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', at(now))]))
    .execute()
  return new Set(rows.flatMap(({ resident_id }) => resident_id ?? []))
}

export async function holdsAdminPost(tx: Database, residentId: string, now: Instant): Promise<boolean> {
  const post = await heldBy(tx, residentId, now).select('id').where('role', '=', 'admin').executeTakeFirst()
  return post !== undefined
}

/** Ends every post of an account, and its sessions on PCs; returns the ids of the posts. */
export async function dismissAll(
  tx: Transaction<Schema>,
  residentId: string,
  now: Instant,
): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('post')
    .set({ dismissed_at: new Date(now) })
    .where('resident_id', '=', residentId)
    .where('dismissed_at', 'is', null)
    .returning('id')
    .execute()
  await endAllDeskSessions(tx, residentId, now)
  return rows.map(({ id }) => id)
}

/** What posts opened or exported since `since`, by endpoint. */
export async function countOpened(
  db: Database,
  postIds: readonly string[],
  endpoints: readonly string[],
  since: Instant,
): Promise<Readonly<Record<string, number>>> {
  if (postIds.length === 0) return {}
  const rows = await db
    .selectFrom('staff_act')
    .select(['endpoint', sql<number>`count(*)::int`.as('times')])
    .where('post_id', 'in', [...postIds])
    .where('endpoint', 'in', [...endpoints])
    .where('at', '>=', at(since))
    .groupBy('endpoint')
    .execute()
  return Object.fromEntries(rows.map(({ endpoint, times }) => [endpoint, times]))
}

export interface LogFilter {
  readonly before: string | null
  readonly postId: string | null
  readonly endpoint: string | null
  readonly from: Instant | null
  readonly until: Instant | null
}

/** Newest first, at most `limit`. */
export const readLog = (db: Database, filter: LogFilter, limit: number) =>
  db
    .selectFrom('staff_act')
    .leftJoin('post', 'post.id', 'staff_act.post_id')
    .select([
      'staff_act.id',
      'staff_act.at',
      'staff_act.post_id',
      'post.role',
      'post.called',
      'staff_act.source',
      'staff_act.endpoint',
      'staff_act.record_kind',
      'staff_act.record_id',
      sql<Readonly<Record<string, unknown>>>`staff_act.changed`.as('changed'),
    ])
    .$if(filter.before !== null, (query) => query.where('staff_act.id', '<', filter.before))
    .$if(filter.postId !== null, (query) => query.where('staff_act.post_id', '=', filter.postId))
    .$if(filter.endpoint !== null, (query) => query.where('staff_act.endpoint', '=', filter.endpoint ?? ''))
    .$if(filter.from !== null, (query) => query.where('staff_act.at', '>=', at(filter.from as Instant)))
    .$if(filter.until !== null, (query) => query.where('staff_act.at', '<', at(filter.until as Instant)))
    .orderBy('staff_act.id', 'desc')
    .limit(limit)
    .execute()

/** Offices for which posts are given. */
export const listOpenOffices = (db: Database) =>
  db
    .selectFrom('office')
    .select(['id', 'name'])
    .where('status', '=', 'open')
    .orderBy('sort_order')
    .orderBy('id')
    .execute()

/** What offices and activities are called; unknown ids are missing. */
export async function placeNames(
  db: Database,
  { offices, activities }: { readonly offices: readonly string[]; readonly activities: readonly string[] },
): Promise<{
  readonly offices: ReadonlyMap<string, string>
  readonly activities: ReadonlyMap<string, string>
}> {
  const read = async (rows: Promise<readonly { id: string; name: string }[]>) =>
    new Map((await rows).map(({ id, name }) => [id, name]))
  return {
    offices:
      offices.length === 0
        ? new Map()
        : await read(
            db
              .selectFrom('office')
              .select(['id', 'name'])
              .where('id', 'in', [...offices])
              .execute(),
          ),
    activities:
      activities.length === 0
        ? new Map()
        : await read(
            db
              .selectFrom('activity')
              .select(['id', 'title as name'])
              .where('id', 'in', [...activities])
              .execute(),
          ),
  }
}

/** At which office each of these activities takes place; unknown ones are missing. */
export async function officesOfActivities(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('activity')
    .select(['id', 'office_id'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, office_id }) => [id, office_id]))
}
