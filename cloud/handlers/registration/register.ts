import { refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { lockPersons } from '../../repositories/registration/persons'
import { joinQueue, judgeJoining } from '../../services/registration/join-queue'

export const register: Handler<'registration.register'> = async (input, context) => {
  const { db, caller, now, gateways } = context
  const { residentId } = caller
  const persons = await lockPersons(db, residentId, input.party)
  const locked = await lockActivity(db, input.activityId)
  if (locked?.isPublic !== true) return refuse('activity_not_found')
  if (persons === null) return refuse('family_member_not_found')
  const answers = Object.fromEntries(
    (input.answers ?? []).map(({ questionId, answer }) => [questionId, answer]),
  )
  const judged = await judgeJoining(db, locked, { persons, answers, own: { registrantId: residentId } }, now)
  if (!judged.ok) return judged
  if (input.telling === 'phone' && !input.phone) return refuse('phone_missing')
  if (input.telling === 'phone' && !gateways.phoneSeal) return refuse('phone_not_kept')
  const byPhone = input.telling === 'phone' ? input.phone : null
  return joinQueue(db, locked, judged.value, {
    by: residentId,
    registrantId: residentId,
    now,
    helpWanted: input.helpWanted ?? null,
    telling: input.telling ?? 'wechat',
    phoneSealed: byPhone ? (gateways.phoneSeal?.seal(byPhone) ?? null) : null,
  })
}
