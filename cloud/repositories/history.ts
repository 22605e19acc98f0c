import { sql } from 'kysely'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'

/** Three years, as long as the law wants to be shown how personal data were handled, and a little. */
export const HISTORY_KEPT_DAYS = 1_100

/** The acts stay, without the person. */
export async function forgetInHistory(db: Database, residentId: string): Promise<void> {
  await sql`select forget_person(${residentId})`.execute(db)
}

/** A few thousand rows at most; the next round goes on. */
export async function pruneHistory(db: Database, before: Instant): Promise<number> {
  const { rows } = await sql<{ pruned: number }>`select prune_history(${at(before)}) as pruned`.execute(db)
  return rows[0]?.pruned ?? 0
}
