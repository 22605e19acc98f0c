import { decideRecordingCall } from '../../../core/domain/registration/messages/call'
import { accept, refuse } from '../../../core/kernel/result'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { findActivity } from '../../repositories/activity/lock-activity'
import { lockCall, recordCall } from '../../repositories/message/unreached'
import { isLeft, readCallList } from '../../services/call-list'

export const recordCallOutcome: Handler<'activity.recordCall'> = async (
  input,
  { db, now, gateways, permit },
) => {
  const { activityId, as, messageId, outcome, againAt } = input
  const found = await findActivity(db, activityId)
  if (found === null) return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const call = await lockCall(db, permitted.value, activityId, as, messageId)
  if (call === null) return refuse('call_not_found')
  const decision = decideRecordingCall(call, permitted.value.post.id, now)
  if (!decision.ok) return refuse('call_taken', { ...decision.detail, called: call.caller })
  const again = againAt === null ? null : parseInstant(againAt)
  const recorded = await recordCall(db, permitted.value, as, messageId, outcome, again, now)
  const rows = await readCallList(db, permitted.value, gateways.phoneSeal, activityId, now)
  return accept({ call: recorded, left: rows.filter(isLeft).length })
}
