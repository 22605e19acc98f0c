import { sql, type RawBuilder } from 'kysely'
import type { OwnAtAGlance } from '../../core/contract/home'
import type { Post } from '../../core/domain/staff/post'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { postJson } from './post'
import type { GlanceReader, GlanceRow } from './registration/glance'

/** What a request brings along to be recognised by. */
export interface Credentials {
  readonly tokenHash: Buffer | null
  /** Of the cookie of a PC; never beside a token or an OPENID. */
  readonly deskTokenHash: Buffer | null
  readonly openid: string | null
  /** Hash of the network address: counted against only while nobody is recognised. */
  readonly addressHash: string
}

/** Who calls, when, and how many calls so far in the running window. */
export interface RecognisedCaller {
  readonly residentId: string | null
  /** Posts that hold at `now`; none for residents. */
  readonly posts: readonly Post[]
  readonly now: Instant
  readonly isDemo: boolean
  /** Whether `now` was moved away from the real time, as only a demonstration may. */
  readonly isClockMoved: boolean
  readonly hits: number
  /** When the running window ends and calls count from one again. */
  readonly windowEndsAt: Instant
  /** Rises with each change of what everybody may read, but for free seats. */
  readonly publicVersion: number
  /** Free seats of the activities that were asked about; `null` where none are needed. */
  readonly freeSeats: ReadonlyMap<string, number | null>
  /** Where it was asked for and somebody was recognised. */
  readonly glance: OwnAtAGlance | null
}

/** What an answer needs beside its caller, read in the same statement. */
interface Beside {
  /** Activities whose free seats are wanted. */
  readonly seatsOf: readonly string[]
  /** Given where the caller's own next registration and unread messages are wanted. */
  readonly glance: GlanceReader | null
}

const NOTHING_BESIDE: Beside = { seatsOf: [], glance: null }

interface CallerRow {
  resident_id: string | null
  posts: readonly Post[] | null
  now_ms: number
  is_demo: boolean
  is_moved: boolean
  hits: number
  window_ends_ms: number
  public_version: number
  free_seats: Readonly<Record<string, number | null>> | null
  glance: GlanceRow | null
}

/**
 * Recognises the caller, reads the one clock and counts the call, in one statement and one round trip.
 * The count lives in an unlogged table, so it costs no disk flush.
 */
export async function recogniseCaller(
  db: Database,
  credentials: Credentials,
  windowSeconds: number,
  beside: Beside = NOTHING_BESIDE,
): Promise<RecognisedCaller> {
  const { rows } = await sql<CallerRow>`
    with clock as (
      select is_demo, clock_offset_ms <> 0 as is_moved, clock_timestamp() as real,
             clock_timestamp() + clock_offset_ms * interval '1 millisecond' as now
      from database_mode
    ), who as (
      select session.resident_id from session, clock
      where token_hash = ${credentials.tokenHash} and expires_at > clock.now
      union all
      select resident_id from wechat_account where openid = ${credentials.openid}
      union all
      select desk_session.resident_id from desk_session, clock
      where token_hash = ${credentials.deskTokenHash} and ended_at is null and expires_at > clock.now
        and seen_at + idle_minutes * interval '1 minute' > clock.now
        -- A PC is opened by posts: with the last of them its session has ended too.
        and exists (select from post
                    where post.resident_id = desk_session.resident_id and post.dismissed_at is null
                      and post.starts_at <= clock.now and (post.ends_at is null or post.ends_at > clock.now))
      limit 1
    ), used as (
      update desk_session set seen_at = clock.now from clock
      where token_hash = ${credentials.deskTokenHash} and ended_at is null and expires_at > clock.now
        and seen_at + idle_minutes * interval '1 minute' > clock.now
        and seen_at < clock.now - interval '30 seconds'
    ), hit as (
      insert into rate_window as running (subject, opened_at, hits)
      select coalesce('resident:' || who.resident_id, 'address:' || ${credentials.addressHash}), clock.real, 1
      from clock left join who on true
      on conflict (subject) do update set
        hits = case when running.opened_at > excluded.opened_at - ${windowSeconds} * interval '1 second'
                    then running.hits + 1 else 1 end,
        opened_at = case when running.opened_at > excluded.opened_at - ${windowSeconds} * interval '1 second'
                    then running.opened_at else excluded.opened_at end
      returning hits, opened_at
    )
    select who.resident_id, clock.is_demo, clock.is_moved, hit.hits,
           (select jsonb_agg(${postJson} order by post.starts_at, post.id) from post
            where post.resident_id = who.resident_id and post.dismissed_at is null
              and post.starts_at <= clock.now and (post.ends_at is null or post.ends_at > clock.now)) as posts,
           floor(extract(epoch from clock.now) * 1000)::bigint as now_ms,
           floor(extract(epoch from hit.opened_at) * 1000)::bigint + ${windowSeconds} * 1000
             + floor(extract(epoch from clock.now - clock.real) * 1000)::bigint as window_ends_ms,
           (select version from public_version) as public_version,
           ${beside.seatsOf.length === 0 ? sql`null::jsonb` : freeSeats(beside.seatsOf)} as free_seats,
           ${beside.glance?.glanceOf(sql`who.resident_id`, sql`clock.now`) ?? sql`null::jsonb`} as glance
    from clock cross join hit left join who on true
  `.execute(db)
  const row = rows[0]
  if (row === undefined) throw new Error('the database has no mode: it was not set up by this program')
  return {
    residentId: row.resident_id,
    posts: row.posts ?? [],
    now: instant(row.now_ms),
    isDemo: row.is_demo,
    isClockMoved: row.is_moved,
    hits: row.hits,
    windowEndsAt: instant(row.window_ends_ms),
    publicVersion: row.public_version,
    freeSeats: new Map(Object.entries(row.free_seats ?? {})),
    glance: row.glance === null ? null : (beside.glance?.glanceIn(row.glance, instant(row.now_ms)) ?? null),
  }
}

const freeSeats = (ids: readonly string[]): RawBuilder<unknown> => sql`(
  select jsonb_object_agg(id, capacity - seats_in_use) from activity where id = any (${ids}::text[])
)`

/** Forgets windows that ended; returns how many. */
export async function pruneRateWindows(db: Database, windowSeconds: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('rate_window')
    .where(sql<boolean>`opened_at < clock_timestamp() - ${windowSeconds} * interval '1 second'`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
