import { sql, type RawBuilder } from 'kysely'
import type { OwnAtAGlance } from '../../../core/contract/home'
import { isLetGo } from '../../../core/domain/registration/party'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { mineOf, mineWhere, theirsOf, type MineRow } from './pages'

/** How the caller's own is read beside the caller, by whoever loads this. */
export interface GlanceReader {
  readonly glanceOf: typeof glanceOf
  readonly glanceIn: typeof glanceIn
}

/** What `glanceOf` reads; moments inside JSON are text. */
export interface GlanceRow {
  readonly coming: readonly (Omit<MineRow, 'starts_at' | 'ends_at'> & {
    readonly starts_at: string
    readonly ends_at: string
  })[]
  readonly unread: number
}

/** For the statement that recognises a caller: what is still to come of theirs, and what nobody has read. */
export const glanceOf = (residentId: RawBuilder<unknown>, now: RawBuilder<unknown>): RawBuilder<unknown> => {
  const coming = mineWhere(
    theirsOf(residentId),
    residentId,
    sql`starts_at, registration.id`,
    sql`ends_at > ${now}`,
  )
  return sql`(
    select jsonb_build_object(
      'coming', (select coalesce(jsonb_agg(to_jsonb(one)), '[]') from (${coming}) as one),
      'unread', (select count(*) from message where resident_id = ${residentId} and read_at is null)
    )
    where ${residentId} is not null
  )`
}

/** Who let every place go has nothing to come; of what was called off one is told until it would have ended. */
export function glanceIn({ coming, unread }: GlanceRow, now: Instant): OwnAtAGlance {
  const rows = coming.map((row) => ({
    ...row,
    starts_at: parseInstant(row.starts_at),
    ends_at: parseInstant(row.ends_at),
  }))
  const theirs = rows
    .map((row) => mineOf(row, now))
    .filter(({ activity, headline }) => activity.status === 'withdrawn' || !isLetGo({ state: headline }))
  return { next: theirs[0] ?? null, more: Math.max(0, theirs.length - 1), unread }
}
