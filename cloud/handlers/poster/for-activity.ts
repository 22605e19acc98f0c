import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { refuseDoor } from '../../check-in/at-door'
import { posterAt } from '../../check-in/poster'
import { findActivity } from '../../repositories/activity/lock-activity'

export const forActivity: Handler<'poster.forActivity'> = async ({ activityId }, { db, caller, now }) => {
  const found = await findActivity(db, activityId)
  const refused = refuseDoor(found, caller)
  if (refused !== null || found === null) return refused ?? refuse('activity_not_found')
  if (found.row.status === 'withdrawn') return refuse('activity_withdrawn')
  return accept(await posterAt(db, { kind: 'activity', id: activityId, name: found.row.title }, now))
}
