import { sql } from 'kysely'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'

/** When the last of those begins that are published with this title and marked as made up. */
export async function readLastSample(db: Database, title: string): Promise<Instant | null> {
  const { rows } = await sql<{ last: Instant | null }>`
    select max(starts_at) as last from activity where sample and title = ${title}`.execute(db)
  return rows[0]?.last ?? null
}

interface Sample {
  readonly id: string
  readonly title: string
  readonly startsAt: Instant
}

/** What is published and marked as made up, and begins from `from` up to `until`. */
export async function readSamples(db: Database, from: Instant, until: Instant): Promise<readonly Sample[]> {
  const { rows } = await sql<Sample>`
    select id, title, starts_at as "startsAt" from activity
    where sample and status = 'published' and starts_at >= ${at(from)} and starts_at < ${at(until)}
    order by id`.execute(db)
  return rows
}
