import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readApplications, readStalls } from '../../repositories/stall'

export const list: Handler<'stall.list'> = async ({ activityId }, { db, permit }) => {
  const found = await findActivity(db, activityId)
  if (found === null) return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const [stalls, applications] = await Promise.all([
    readStalls(db, activityId),
    readApplications(db, activityId, null),
  ])
  return accept({ stalls, applications })
}
