import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import { findActivity } from '../../repositories/activity/lock-activity'
import { recordStaffAct } from '../../repositories/activity/staff-acts'
import { readUnreached } from '../../repositories/message/unreached'
import { numberText } from '../../repositories/registration/parties'

export const unreached: Handler<'activity.unreached'> = async ({ activityId }, context) => {
  const { db, caller, now, gateways } = context
  const found = await findActivity(db, activityId)
  if (found === null) return refuse('activity_not_found')
  if (caller.role === 'office' && found.row.office_id !== caller.officeId) return refuse('not_own_office')
  const rows = await readUnreached(db, activityId)
  await recordStaffAct(db, activityId, 'opened-list', caller.residentId, now, { persons: rows.length })
  return accept({
    unreached: rows.map((row) => ({
      messageId: row.message_id,
      kind: row.kind,
      at: toIso(row.at),
      number: numberText(row.number),
      name: row.name,
      persons: row.persons,
      telling: row.telling,
      phone: row.phone_sealed === null ? null : openedPhone(gateways.phoneSeal, row.phone_sealed),
      calledAt: row.called_at === null ? null : toIso(row.called_at),
    })),
  })
}
