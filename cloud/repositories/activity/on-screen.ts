import { sql, type Kysely } from 'kysely'
import type { ScreenPage } from '../../../core/contract/check-in/screen'
import { addDays, instantAt, shanghaiDay, type Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import { announcedOf, summaries, shownUntil } from './pages'

/** Three pages of a wall screen; nobody stands longer before it. */
const SHOWN = 24
/** As many as a screen has room for on a day on which nothing is on; within the week, whose days have names. */
const NEXT = 8
const NEXT_DAYS = 7

type Shown = Pick<ScreenPage, 'activities' | 'next'>

/**
 * What a wall screen of an office tells at `now`, earliest first: today's, what was moved away from today, and of
 * tomorrow only what was changed; and `next`, the first ones of the days to come. Markets and the like that are in
 * no office are everybody's.
 */
export async function listForScreen(db: Kysely<Schema>, officeId: string, now: Instant): Promise<Shown> {
  const today = shanghaiDay(now)
  const dayFrom = (days: number) => at(instantAt(addDays(today, days), 0))
  const [midnight, tomorrow, dayAfter] = [dayFrom(0), dayFrom(1), dayFrom(2)]
  const ours = sql`(office_id = ${officeId} or (office_id is null and part_of is null))`
  const ofToday = sql`coalesce(
    (${shownUntil} > ${at(now)} and starts_at < ${tomorrow})
    or (latest.former_starts_at >= ${midnight} and latest.former_starts_at < ${tomorrow}
      and (starts_at >= ${tomorrow} or starts_at < ${midnight}))
    or (latest.kind <> 'as-planned' and starts_at >= ${tomorrow} and starts_at < ${dayAfter}), false)`
  const ahead = sql`
    status = 'published' and part_of is null and starts_at >= ${tomorrow} and starts_at < ${dayFrom(NEXT_DAYS)}`
  const [shown, next] = await Promise.all([
    summaries(sql`${ours} and ${ofToday}`, SHOWN).execute(db),
    summaries(sql`${ours} and ${ahead} and not ${ofToday}`, NEXT).execute(db),
  ])
  return { activities: shown.rows.map(announcedOf), next: next.rows.map(announcedOf) }
}
