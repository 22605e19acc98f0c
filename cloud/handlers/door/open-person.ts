import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { deskPermit } from '../../services/check-in/check-in-desk'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import { findActivity } from '../../repositories/activity/lock-activity'
import { recordStaffAct } from '../../repositories/activity/staff-acts'
import { readPerson } from '../../repositories/check-in/person'

/** Written down before anything is shown: an answer without its row in the history does not leave the backend. */
export const openPerson: Handler<'door.openPerson'> = async ({ activityId, memberId }, context) => {
  const { db, caller, now, gateways, permit } = context
  const found = await findActivity(db, activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  const person = await readPerson(db, permitted.value, activityId, memberId)
  if (person === null) return refuse('not_registered')
  await recordStaffAct(db, activityId, 'opened-person', caller.residentId, now, { memberId })
  const { activity } = found
  const questions = activity.kind === 'open' ? [] : activity.questions
  const { phoneSealed, answers, ...facts } = person
  // Whoever only stands at a door has nobody to call.
  const sealed = permitted.value.post.role === 'scanner' ? null : phoneSealed
  return accept({
    memberId,
    ...facts,
    answers: questions.flatMap(({ id, text }) => {
      const answer = answers[id]?.trim() ?? ''
      return answer === '' ? [] : [{ question: text, answer }]
    }),
    phone: sealed === null ? null : openedPhone(gateways.phoneSeal, sealed),
  })
}
