import { refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { inOneTrip } from '../../database/one-trip'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { lockPersons } from '../../repositories/registration/persons'
import { joinQueue, judgeJoining, readJoining } from '../../services/registration/join-queue'

export const register: Handler<'registration.register'> = async (input, context) => {
  const { db, caller, now, gateways } = context
  const { residentId } = caller
  const persons = await lockPersons(db, residentId, input.party)
  const answers = Object.fromEntries(
    (input.answers ?? []).map(({ questionId, answer }) => [questionId, answer]),
  )
  const asked = { persons: persons ?? [], answers, own: { registrantId: residentId } }
  const [locked, party] = await inOneTrip(
    db,
    (trip) => lockActivity(trip, input.activityId),
    (trip) => readJoining(trip, input.activityId, asked),
  )
  if (locked?.isPublic !== true) return refuse('activity_not_found')
  if (persons === null) return refuse('family_member_not_found')
  const judged = judgeJoining(locked, party, now)
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
