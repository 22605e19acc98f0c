import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readApplications, readStalls } from '../../repositories/stall'

export const list: Handler<'stall.list'> = async ({ activityId }, { db }) => {
  if ((await findActivity(db, activityId)) === null) return refuse('activity_not_found')
  const [stalls, applications] = await Promise.all([
    readStalls(db, activityId),
    readApplications(db, activityId, null),
  ])
  return accept({ stalls, applications })
}
