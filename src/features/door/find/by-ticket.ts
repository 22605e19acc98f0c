import { parseCode, type TicketCode } from '../../../../core/domain/check-in/codes/code'
import type { DoorDay, DoorList } from '../../../../core/contract/check-in/door'
import { instant } from '../../../../core/kernel/shanghai-time'
import { scan } from '../../../platform/scan/scan'
import { FINDING } from '../../../text/door/finding'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'
import { fullMomentText } from '../../../text/time'
import { isGenuineTicket } from '../keeping/ticket-check'
import { ask, whyNot } from './ask'
import { no, partyFound, type Found } from './found'

type Activities = DoorDay['activities']

/** Opens the camera and says whose ticket it is. @param day what else takes place today, as far as it is known */
export async function scanTicket(list: DoorList, day: Activities): Promise<Found> {
  const scanned = await scan()
  if (scanned.kind === 'cancelled') return { kind: 'nothing' }
  if (scanned.kind === 'unavailable') return no(FINDING.camera)
  return findByTicket(list, scanned.text, day)
}

export async function findByTicket(list: DoorList, text: string, day: Activities): Promise<Found> {
  const code = parseCode(text)
  if (code?.kind === 'pairing') return code
  if (code?.kind !== 'ticket') return no(code === null ? FINDING.foreign : FINDING.placeCode)
  const reply = await ask('door.findByTicket', { activityId: list.activityId, ticket: text.trim() })
  if (reply === null) return checkHere(list, code, day)
  if (reply.ok) return partyFound(reply.value)
  if ('refusal' in reply && reply.refusal === 'code_forged') return no(FINDING.forged)
  if ('refusal' in reply && reply.refusal === 'code_unknown') return no(FINDING.foreign)
  return no(whyNot(reply))
}

/** What is told without the backend: whether the ticket is real, for which activity, and whose it is. */
export function checkHere(list: DoorList, ticket: TicketCode, day: Activities): Found {
  if (!isGenuineTicket(ticket, list.ticketKey)) return no(FINDING.forged)
  if (ticket.activityId !== list.activityId) return no(otherActivity(ticket, day))
  const { registrationId } = ticket
  const party = list.parties.find((one) => one.registrationId === registrationId)
  return party === undefined ? { kind: 'unlisted', registrationId } : partyFound(party)
}

function otherActivity({ activityId, from, until }: TicketCode, day: Activities): string {
  const known = day.find((one) => one.activityId === activityId)
  if (known !== undefined)
    return refusalSentence('other_activity', { title: known.title, startsAt: known.startsAt })
  return FINDING.otherUnknown(momentIn(from), momentIn(until))
}

const momentIn = (seconds: number): string => fullMomentText(instant(seconds * 1_000))
