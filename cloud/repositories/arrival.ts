import { sql } from 'kysely'
import type { StaffRole } from '../../core/contract/endpoint'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'

/** What a request brings along to be recognised by. */
export interface Credentials {
  readonly tokenHash: Buffer | null
  readonly openid: string | null
  /** Hash of the network address: counted against only while nobody is recognised. */
  readonly addressHash: string
}

/** One caller at the door: who, when, and how many calls so far in the running window. */
export interface Arrival {
  readonly residentId: string | null
  readonly role: StaffRole | null
  readonly officeId: string | null
  readonly now: Instant
  readonly isDemo: boolean
  readonly hits: number
  /** When the running window ends and calls count from one again. */
  readonly windowEndsAt: Instant
}

interface ArrivalRow {
  resident_id: string | null
  role: StaffRole | null
  office_id: string | null
  now_ms: number
  is_demo: boolean
  hits: number
  window_ends_ms: number
}

/**
 * Recognises the caller, reads the one clock and counts the call, in one statement and one round trip.
 * The count lives in an unlogged table, so it costs no disk flush.
 */
export async function recordArrival(
  db: Database,
  credentials: Credentials,
  windowSeconds: number,
): Promise<Arrival> {
  const { rows } = await sql<ArrivalRow>`
    with clock as (
      select is_demo, clock_timestamp() as real,
             clock_timestamp() + clock_offset_ms * interval '1 millisecond' as now
      from database_mode
    ), who as (
      select session.resident_id from session, clock
      where token_hash = ${credentials.tokenHash} and expires_at > clock.now
      union all
      select resident_id from wechat_account where openid = ${credentials.openid}
      limit 1
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
    select who.resident_id, staff.role, staff.office_id, clock.is_demo, hit.hits,
           floor(extract(epoch from clock.now) * 1000)::bigint as now_ms,
           floor(extract(epoch from hit.opened_at) * 1000)::bigint + ${windowSeconds} * 1000
             + floor(extract(epoch from clock.now - clock.real) * 1000)::bigint as window_ends_ms
    from clock cross join hit left join who on true left join staff on staff.resident_id = who.resident_id
  `.execute(db)
  const row = rows[0]
  if (row === undefined) throw new Error('the database has no mode: it was not set up by this program')
  return {
    residentId: row.resident_id,
    role: row.role,
    officeId: row.office_id,
    now: instant(row.now_ms),
    isDemo: row.is_demo,
    hits: row.hits,
    windowEndsAt: instant(row.window_ends_ms),
  }
}

/** Forgets windows that ended; returns how many. */
export async function pruneRateWindows(db: Database, windowSeconds: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('rate_window')
    .where(sql<boolean>`opened_at < clock_timestamp() - ${windowSeconds} * interval '1 second'`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
