import type { Kysely } from 'kysely'
import type { Output } from '../../../core/contract'
import type { Closing } from '../../../core/domain/office/closing'
import { addDays, instantAt, minuteOfDay, shanghaiDay, toIso } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import { isPublic } from './is-public'

const MOST_LISTED = 100

/** What takes place at an office while it is closed, earliest first. */
export async function readHeldAt(
  db: Kysely<Schema>,
  officeId: string,
  { from, until, window }: Closing,
): Promise<Output<'office.gap'>['activities']> {
  const rows = await db
    .selectFrom('activity')
    .select(['id', 'title', 'starts_at', 'ends_at'])
    .where('office_id', '=', officeId)
    .where('status', '=', 'published')
    .where(isPublic)
    .where('starts_at', '<', at(instantAt(addDays(until, 1), 0)))
    .where('ends_at', '>', at(instantAt(from, 0)))
    .orderBy('starts_at')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute()
  return rows
    .filter(({ starts_at, ends_at }) => {
      if (window === null || shanghaiDay(starts_at) !== shanghaiDay(ends_at)) return true
      return minuteOfDay(starts_at) < window[1] && minuteOfDay(ends_at) > window[0]
    })
    .map(({ id, title, starts_at, ends_at }) => ({
      activityId: id,
      title,
      startsAt: toIso(starts_at),
      endsAt: toIso(ends_at),
    }))
}
