import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import { findActivity } from '../../repositories/activity/lock-activity'
import { recordStaffAct } from '../../repositories/activity/staff-acts'
import { isLeft, readUnreached } from '../../repositories/message/unreached'

export const copyNumbers: Handler<'activity.copyNumbers'> = async ({ activityId }, context) => {
  const { db, caller, now, gateways, permit } = context
  const found = await findActivity(db, activityId)
  if (found === null) return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const rows = (await readUnreached(db, permitted.value, activityId)).filter(isLeft)
  const phones = rows.flatMap(({ phone_sealed }) =>
    phone_sealed === null ? [] : [openedPhone(gateways.phoneSeal, phone_sealed)],
  )
  const detail = { persons: phones.length, copied: true }
  await recordStaffAct(db, activityId, 'opened-list', caller.residentId, now, detail)
  return accept({ phones: [...new Set(phones.filter((phone) => phone !== null))] })
}
