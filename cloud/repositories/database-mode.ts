import { sql } from 'kysely'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'

export interface DatabaseMode {
  readonly isDemo: boolean
  /** The one clock: the server's, moved in demo mode. */
  readonly now: Instant
  /** Whether `now` was moved away from the real time. */
  readonly isClockMoved: boolean
}

/** Null while the database has not been set up. */
export async function readMode(db: Database): Promise<DatabaseMode | null> {
  const row = await db
    .selectFrom('database_mode')
    .select([
      'is_demo',
      sql<boolean>`clock_offset_ms <> 0`.as('is_moved'),
      sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint + clock_offset_ms`.as('now_ms'),
    ])
    .executeTakeFirst()
  return row === undefined
    ? null
    : { isDemo: row.is_demo, now: instant(row.now_ms), isClockMoved: row.is_moved }
}

/** Decides once, when the database is new, whether it is a demonstration's; later calls change nothing. */
export async function fixMode(db: Database, isDemo: boolean): Promise<void> {
  await db
    .insertInto('database_mode')
    .values({ is_demo: isDemo })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Moves a demonstration's clock so that it reads `target` now. */
export async function moveClock(db: Database, target: Instant): Promise<void> {
  await db
    .updateTable('database_mode')
    .set({
      clock_offset_ms: sql<number>`${target}::bigint - floor(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    })
    .where('is_demo', '=', true)
    .execute()
}

/** A demonstration's clock is the real one again. */
export async function releaseClock(db: Database): Promise<void> {
  await db.updateTable('database_mode').set({ clock_offset_ms: 0 }).where('is_demo', '=', true).execute()
}
