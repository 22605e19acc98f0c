import { decideApproval } from '../../../core/domain/activity/planning/review'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { recordStaffAct, recordStatus, submitterOf } from '../../repositories/activity/staff-acts'

export const approve: Handler<'activity.approve'> = async ({ activityId }, { db, caller, now }) => {
  const locked = await lockActivity(db, activityId)
  if (locked === null) return refuse('activity_not_found')
  const submitter = await submitterOf(db, activityId)
  const decision = decideApproval(locked.row.status, submitter, caller.residentId)
  if (!decision.ok) return decision
  await recordStatus(db, activityId, 'published', now)
  await recordStaffAct(db, activityId, 'approved', caller.residentId, now)
  return accept({ activityId })
}
