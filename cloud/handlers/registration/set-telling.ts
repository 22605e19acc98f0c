import { isLive } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordNotificationWay } from '../../repositories/registration/notification-way'
import { lockOwnParty } from '../../services/registration/leave-registration'

/** A message that waits asks at its sending how it may go out, so nothing else has to change. */
export const setTelling: Handler<'registration.setTelling'> = async (input, context) => {
  const { db, caller, now, gateways } = context
  const { registrationId, telling, phone } = input
  const held = await lockOwnParty(context, registrationId)
  if (held?.registration.registrantId !== caller.residentId) return refuse('registration_not_found')
  if (now >= held.locked.deadlines.startsAt) return refuse('already_started')
  if (!held.registration.members.some(isLive)) return refuse('cancelled')
  if (telling === 'phone' && phone === null) return refuse('phone_missing')
  if (telling === 'phone' && !gateways.phoneSeal) return refuse('phone_not_kept')
  const phoneSealed = telling === 'phone' && phone !== null ? (gateways.phoneSeal?.seal(phone) ?? null) : null
  await recordNotificationWay(db, registrationId, telling, phoneSealed)
  return accept({ telling })
}
