import { parseCode } from '../../../core/domain/check-in/codes/code'
import { accept, refuse, type Refused } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { doorParties, refuseDoor } from '../../check-in/at-door'
import { logRefused } from '../../check-in/judge-code'
import { ticketSigner } from '../../check-in/kept-key'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readDoorMembers } from '../../repositories/check-in/door-list'
import { placeOf } from '../../repositories/check-in/places'

export const findByTicket: Handler<'door.findByTicket'> = async (input, { db, caller, now, gateways }) => {
  const found = await findActivity(db, input.activityId)
  const refused = refuseDoor(found, caller)
  if (refused !== null || found === null) return refused ?? refuse('activity_not_found')
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
  const [party] = doorParties(await readDoorMembers(db, input.activityId, { registrationId }))
  return party === undefined ? turnAway(refuse('code_unknown')) : accept(party)
}
