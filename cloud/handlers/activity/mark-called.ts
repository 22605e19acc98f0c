import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readUnreached, recordCalled } from '../../repositories/message/unreached'

export const markCalled: Handler<'activity.markCalled'> = async (input, { db, caller, now }) => {
  const found = await findActivity(db, input.activityId)
  if (found === null) return refuse('activity_not_found')
  if (caller.role === 'office' && found.row.office_id !== caller.officeId) return refuse('not_own_office')
  await recordCalled(db, input.activityId, input.messageIds, now)
  const left = (await readUnreached(db, input.activityId)).filter(({ called_at }) => called_at === null)
  return accept({ left: left.length })
}
