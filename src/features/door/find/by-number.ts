import type { DoorList } from '../../../../core/contract/check-in/door'
import { FINDING } from '../../../text/door/finding'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'
import { now } from '../../clock/use-now'
import { mayTryNumber, noteWrongNumber } from '../keeping/wrong-numbers'
import { ask, whyNot } from './ask'
import { no, partyFound, type Found } from './found'

/** By the four digits; without a network, in the list of this phone, which holds off guessing just the same. */
export async function findByNumber(list: DoorList, number: string): Promise<Found> {
  const reply = await ask('door.findByNumber', { activityId: list.activityId, number })
  if (reply === null) return findInList(list, number)
  if (reply.ok) return partyFound(reply.value)
  if ('refusal' in reply && reply.refusal === 'not_registered') return no(FINDING.noNumber)
  return no(whyNot(reply))
}

export function findInList(list: DoorList, number: string): Found {
  const trying = mayTryNumber(list.activityId, now())
  if (!trying.ok) return no(refusalSentence(trying.refusal, trying.detail ?? {}))
  const party = list.parties.find((one) => one.number === number)
  if (party !== undefined) return partyFound(party)
  noteWrongNumber(list.activityId, now())
  return no(FINDING.noNumberOffline)
}
