import { ticketText } from '../../../core/domain/check-in/codes/code'
import { isLive } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { inOneTrip } from '../../database/one-trip'
import { ticketSigner } from '../../services/codes/signing-keys'
import { findActivity } from '../../repositories/activity/lock-activity'
import { findOwnActivity, readPartiesOf } from '../../repositories/registration/parties'

export const ticket: Handler<'checkIn.ticket'> = async ({ registrationId }, { db, caller, gateways }) => {
  const activityId = await findOwnActivity(db, registrationId, caller.residentId)
  if (activityId === null) return refuse('registration_not_found')
  const [found, parties, signer] = await inOneTrip(
    db,
    (trip) => findActivity(trip, activityId),
    (trip) => readPartiesOf(trip, activityId, caller.residentId),
    (trip) => ticketSigner(trip, gateways),
  )
  if (found === null) return refuse('registration_not_found')
  const party = parties.find(({ id }) => id === registrationId)
  if (party === undefined) return refuse('registration_not_found')
  if (!party.members.some(isLive)) return refuse('cancelled')
  const { checkInFrom, checkInUntil } = found.deadlines
  const signed = signer.sign({
    activityId: found.row.id,
    registrationId,
    from: Math.floor(checkInFrom / 1000),
    until: Math.ceil(checkInUntil / 1000),
  })
  return accept({
    ticket: ticketText(signed),
    number: party.number,
    from: toIso(checkInFrom),
    until: toIso(checkInUntil),
  })
}
