import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { recordStaffAct } from '../../repositories/activity/staff-acts'

export const submit: Handler<'activity.submit'> = async ({ activityId }, { db, caller, now }) => {
  const locked = await lockActivity(db, activityId)
  if (locked === null) return refuse('activity_not_found')
  if (locked.row.status !== 'draft') return refuse('already_published')
  await recordStaffAct(db, activityId, 'submitted', caller.residentId, now)
  return accept({ activityId })
}
