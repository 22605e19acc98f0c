import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { findActivity } from '../../repositories/activity/lock-activity'
import { recordStaffAct } from '../../repositories/activity/staff-acts'
import { isLeft, readCallList } from '../../services/call-list'

export const unreached: Handler<'activity.unreached'> = async ({ activityId }, context) => {
  const { db, caller, now, gateways, permit } = context
  const found = await findActivity(db, activityId)
  if (found === null) return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const rows = await readCallList(db, permitted.value, gateways.phoneSeal, activityId, now)
  await recordStaffAct(db, activityId, 'opened-list', caller.residentId, now, { persons: rows.length })
  return accept({ left: rows.filter(isLeft).length, unreached: rows })
}
