import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import { findActivity } from '../../repositories/activity/lock-activity'
import { recordStaffAct } from '../../repositories/activity/staff-acts'
import { aboutOf, callStateOf, countLeft, readUnreached } from '../../repositories/message/unreached'
import { numberText } from '../../repositories/registration/parties'

export const unreached: Handler<'activity.unreached'> = async ({ activityId }, context) => {
  const { db, caller, now, gateways, permit } = context
  const found = await findActivity(db, activityId)
  if (found === null) return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const rows = await readUnreached(db, permitted.value, activityId)
  await recordStaffAct(db, activityId, 'opened-list', caller.residentId, now, { persons: rows.length })
  return accept({
    left: countLeft(rows),
    unreached: rows.map((row) => ({
      messageId: row.message_id,
      kind: row.kind,
      at: toIso(row.at),
      number: numberText(row.number),
      name: row.name,
      persons: row.persons,
      telling: row.telling,
      phone: row.phone_sealed === null ? null : openedPhone(gateways.phoneSeal, row.phone_sealed),
      byStaff: row.by_staff,
      wantsHelp: row.wants_help,
      activity: aboutOf(row),
      call: callStateOf(row, permitted.value.post.id, now),
    })),
  })
}
