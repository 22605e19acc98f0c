import { DAY } from '../../../core/domain/activity/deadlines'
import { spanOf } from '../../../core/domain/activity/listing'
import { accept } from '../../../core/kernel/result'
import { instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { listActivities } from '../../repositories/activity/pages'

/** How far ahead is looked where no span is asked for: a month of markets and classes. */
const DAYS_AHEAD = 31

export const list: Handler<'activity.list'> = async ({ span, ...filter }, { db, now }) => {
  const { from, to } = span === null ? { from: now, to: instant(now + DAYS_AHEAD * DAY) } : spanOf(span, now)
  return accept(await listActivities(db, { ...filter, from, to }))
}
