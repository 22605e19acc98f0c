import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { deskPermit } from '../../services/check-in/check-in-desk'
import { posterAt } from '../../services/codes/poster'
import { findActivity } from '../../repositories/activity/lock-activity'

export const forActivity: Handler<'poster.forActivity'> = async ({ activityId }, { db, now, permit }) => {
  const found = await findActivity(db, activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  if (found.row.status === 'withdrawn') return refuse('activity_withdrawn')
  return accept(await posterAt(db, { kind: 'activity', id: activityId, name: found.row.title }, now))
}
