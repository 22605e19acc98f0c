import { parseCode } from '../../../core/domain/check-in/codes/code'
import { accept, refuse, type Refused } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { checkInParties, deskPermit } from '../../services/check-in/check-in-desk'
import { logRefused } from '../../services/codes/judge-code'
import { ticketSigner } from '../../services/codes/signing-keys'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readCheckInMembers } from '../../repositories/check-in/check-in-list'
import { placeOf } from '../../repositories/check-in/places'

export const findByTicket: Handler<'door.findByTicket'> = async (input, { db, now, gateways, permit }) => {
  const found = await findActivity(db, input.activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  const turnAway = async <Code extends string>(refusal: Refused<Code>): Promise<Refused<Code>> => {
    await logRefused(db, refusal, 'ticket', placeOf(found.row), now)
    return refusal
  }
  const ticket = parseCode(input.ticket)
  if (ticket?.kind !== 'ticket') return turnAway(refuse('code_unknown'))
  if (!(await ticketSigner(db, gateways)).isGenuine(ticket)) return turnAway(refuse('code_forged'))
  if (ticket.activityId !== input.activityId) {
    const other = await findActivity(db, ticket.activityId)
    if (other === null) return turnAway(refuse('code_unknown'))
    const { title, starts_at: startsAt } = other.row
    return refuse('other_activity', { title, startsAt: toIso(startsAt) })
  }
  const { registrationId } = ticket
  const [party] = checkInParties(
    await readCheckInMembers(db, permitted.value, input.activityId, { registrationId }),
    found,
    now,
  )
  return party === undefined ? turnAway(refuse('code_unknown')) : accept(party)
}
