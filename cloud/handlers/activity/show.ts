import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { latestChange } from '../../repositories/activity/change'
import { findActivity } from '../../repositories/activity/lock-activity'
import { countWaitingParties, readWorkshops } from '../../repositories/activity/pages'
import { readStalls } from '../../repositories/stall'
import { pageOf } from './page-of'

export const show: Handler<'activity.show'> = async ({ activityId }, { db, now }) => {
  const found = await findActivity(db, activityId)
  if (found?.isPublic !== true) return refuse('activity_not_found')
  const [change, waiting, workshops, stalls] = await Promise.all([
    latestChange(db, activityId),
    countWaitingParties(db, activityId),
    readWorkshops(db, activityId),
    readStalls(db, activityId),
  ])
  return accept(
    pageOf(found, {
      change: change?.notice ?? null,
      // Nobody waits any more once it has begun, also before a job wrote that down.
      waitingParties: now < found.deadlines.startsAt ? waiting : 0,
      workshops,
      stalls,
    }),
  )
}
