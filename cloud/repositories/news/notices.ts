import { sql, type Kysely, type Transaction } from 'kysely'
import type { StaffNotice, UrgentNotice } from '../../../core/contract/news'
import type { NoticeTimes } from '../../../core/domain/news/notice'
import { toIso, type Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'

type Reader = Kysely<Schema>
type Tx = Transaction<Schema>

const MOST_LISTED = 100

/** What holds now, the latest first; the same rule as `isInForce`. */
export async function noticesInForce(
  db: Reader,
  now: Instant,
  limit: number,
): Promise<readonly UrgentNotice[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'title', 'body as text', 'until_at'])
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`from_at <= ${at(now)} and ${at(now)} < until_at`)
    .orderBy('from_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ until_at, ...row }) => ({ ...row, until: toIso(until_at) }))
}

/** When the next of them begins or ends, unless somebody withdraws it; `null` where none will. */
export async function nextNoticeChange(db: Reader, now: Instant): Promise<Instant | null> {
  const { rows } = await sql<{ next: Instant | null }>`
    select least(
      min(until_at) filter (where from_at <= ${at(now)} and until_at > ${at(now)}),
      min(from_at) filter (where from_at > ${at(now)})
    ) as next
    from notice where withdrawn_at is null
  `.execute(db)
  return rows[0]?.next ?? null
}

export async function listNotices(db: Reader): Promise<readonly StaffNotice[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'title', 'body as text', 'from_at', 'until_at', 'withdrawn_at'])
    .orderBy('from_at', 'desc')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(({ from_at, until_at, withdrawn_at, ...row }) => ({
    ...row,
    from: toIso(from_at),
    until: toIso(until_at),
    withdrawnAt: withdrawn_at === null ? null : toIso(withdrawn_at),
  }))
}

interface NewNotice extends NoticeTimes {
  readonly id: string
  readonly title: string
  readonly text: string
}

export async function recordNotice(tx: Tx, notice: NewNotice, by: string): Promise<void> {
  const { id, title, text, from, until } = notice
  await tx
    .insertInto('notice')
    .values({
      id,
      origin: 'staff',
      title,
      body: text,
      from_at: new Date(from),
      until_at: new Date(until),
      withdrawn_at: null,
    })
    .execute()
  await recordAct(tx, id, 'published', from, by)
}

/** False where there is no such notice; one that was withdrawn before keeps its first time. */
export async function withdrawNotice(tx: Tx, id: string, now: Instant, by: string): Promise<boolean> {
  const found = await tx
    .selectFrom('notice')
    .select('withdrawn_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) return false
  if (found.withdrawn_at !== null) return true
  await tx
    .updateTable('notice')
    .set({ withdrawn_at: new Date(now) })
    .where('id', '=', id)
    .execute()
  await recordAct(tx, id, 'withdrawn', now, by)
  return true
}

const recordAct = (tx: Tx, noticeId: string, act: 'published' | 'withdrawn', now: Instant, by: string) =>
  tx
    .insertInto('notice_history')
    .values({ notice_id: noticeId, act, at: new Date(now), by_resident: by })
    .execute()
