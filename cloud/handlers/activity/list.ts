import { DAY } from '../../../core/domain/activity/deadlines'
import { spanOf } from '../../../core/domain/activity/listing'
import { accept } from '../../../core/kernel/result'
import { earliest, endOfDay, instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { since } from '../../app/kept-answers'
import { listActivities } from '../../repositories/activity/pages'

/** How far ahead is looked where no span is asked for: a month of markets and classes. */
const DAYS_AHEAD = 31

export const list: Handler<'activity.list'> = async ({ version, ...asked }, { db, now, answerKept }) => {
  const { span, ...filter } = asked
  const { from, to } = span === null ? { from: now, to: instant(now + DAYS_AHEAD * DAY) } : spanOf(span, now)
  // Whose seats are free changes who is listed; the rest is asked for by few, and the end of what it leaves out is unknown.
  const isWhole = !filter.hasPlaces && filter.age === null && filter.place === null && filter.topic === null
  const question = isWhole ? JSON.stringify(asked) : null
  const kept = await answerKept(question, async () => {
    const { content, validUntil } = await listActivities(db, { ...filter, from, to }, now)
    return { content, validUntil: earliest(endOfDay(now), validUntil) }
  })
  return accept(since(version, kept))
}
