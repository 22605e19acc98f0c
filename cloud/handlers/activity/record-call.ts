import { decideRecordingCall } from '../../../core/domain/registration/messages/call'
import { accept, refuse } from '../../../core/kernel/result'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { findActivity } from '../../repositories/activity/lock-activity'
import { countLeft, lockCall, readUnreached, recordCall } from '../../repositories/message/unreached'

export const recordCallOutcome: Handler<'activity.recordCall'> = async (input, { db, now, permit }) => {
  const { activityId, messageId, outcome, againAt } = input
  const found = await findActivity(db, activityId)
  if (found === null) return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const call = await lockCall(db, permitted.value, activityId, messageId)
  if (call === null) return refuse('call_not_found')
  const decision = decideRecordingCall(call, permitted.value.post.id, now)
  if (!decision.ok) return refuse('call_taken', { ...decision.detail, called: call.caller })
  const again = againAt === null ? null : parseInstant(againAt)
  const recorded = await recordCall(db, permitted.value, messageId, outcome, again, now)
  return accept({
    call: recorded,
    left: countLeft(await readUnreached(db, permitted.value, activityId)),
  })
}
