import { decideTakingCall } from '../../../core/domain/registration/messages/call'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { findActivity } from '../../repositories/activity/lock-activity'
import { lockCall, recordTaken } from '../../repositories/message/unreached'

export const takeCall: Handler<'activity.takeCall'> = async (
  { activityId, as, messageId },
  { db, now, permit },
) => {
  const found = await findActivity(db, activityId)
  if (found === null) return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const call = await lockCall(db, permitted.value, activityId, as, messageId)
  if (call === null) return refuse('call_not_found')
  const decision = decideTakingCall(call, permitted.value.post.id, now, found.rules)
  if (!decision.ok)
    return decision.refusal === 'call_taken'
      ? refuse('call_taken', { ...decision.detail, called: call.caller })
      : decision
  return accept({ call: await recordTaken(db, permitted.value, as, messageId, decision.value) })
}
