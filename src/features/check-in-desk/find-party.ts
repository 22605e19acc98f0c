import type {
  CheckInDay,
  CheckInList,
  CheckInParty,
  FoundBy,
} from '../../../core/contract/check-in/check-in-desk'
import { parseCode, type TicketCode } from '../../../core/domain/check-in/codes/code'
import { instant } from '../../../core/kernel/shanghai-time'
import { withoutInvisible } from '../../../core/shapes/invisible'
import { scan } from '../../platform/scan/scan'
import { FIND_PARTY } from '../../text/check-in/find-party'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import { fullMomentText } from '../../text/time'
import { now } from '../../api/clock'
import { replyText } from '../page/reply-text'
import { askInTime } from '../staff/ask-in-time'
import { isExpectedYet, type ShownParty } from './check-in-list'
import { isGenuineTicket, mayTryNumber, noteWrongNumber } from './offline-list'

/** What looking for somebody came to. */
export type Found =
  | { readonly kind: 'party'; readonly party: CheckInParty; readonly foundBy: FoundBy }
  | { readonly kind: 'parties'; readonly parties: readonly CheckInParty[] }
  /** A genuine ticket, of a registration that the stored list does not know yet. */
  | { readonly kind: 'unlisted'; readonly registrationId: string }
  | { readonly kind: 'no'; readonly sentence: string }
  /** A wall screen's code: pairing it is another page's work. */
  | { readonly kind: 'pairing'; readonly pairingId: string }
  /** The camera was closed again. */
  | { readonly kind: 'nothing' }

export const no = (sentence: string): Found => ({ kind: 'no', sentence })
export const partyFound = (party: CheckInParty, foundBy: FoundBy): Found => ({
  kind: 'party',
  party,
  foundBy,
})

type Activities = CheckInDay['activities']

/** Opens the camera and says whose ticket it is. @param day what else takes place today, as far as it is known */
export async function scanTicket(list: CheckInList, day: Activities): Promise<Found> {
  const scanned = await scan()
  if (scanned.kind === 'cancelled') return { kind: 'nothing' }
  if (scanned.kind === 'unavailable') return no(FIND_PARTY.camera)
  return findByTicket(list, scanned.text, day)
}

export async function findByTicket(list: CheckInList, text: string, day: Activities): Promise<Found> {
  const code = parseCode(text)
  if (code?.kind === 'pairing') return code
  if (code?.kind !== 'ticket') return no(code === null ? FIND_PARTY.foreign : FIND_PARTY.placeCode)
  const reply = await askInTime('door.findByTicket', { activityId: list.activityId, ticket: text.trim() })
  if (reply === null) return checkHere(list, code, day)
  if (reply.ok) return partyFound(reply.value, 'ticket')
  if ('refusal' in reply && reply.refusal === 'code_forged') return no(FIND_PARTY.forged)
  if ('refusal' in reply && reply.refusal === 'code_unknown') return no(FIND_PARTY.foreign)
  return no(replyText(reply))
}

/** What is known without the backend: whether the ticket is real, for which activity, and whose it is. */
export function checkHere(list: CheckInList, ticket: TicketCode, day: Activities): Found {
  if (!isGenuineTicket(ticket, list.ticketKey)) return no(FIND_PARTY.forged)
  if (ticket.activityId !== list.activityId) return no(otherActivity(ticket, day))
  const { registrationId } = ticket
  const party = list.parties.find((one) => one.registrationId === registrationId)
  return party === undefined ? { kind: 'unlisted', registrationId } : partyFound(party, 'ticket')
}

function otherActivity({ activityId, from, until }: TicketCode, day: Activities): string {
  const known = day.find((one) => one.activityId === activityId)
  if (known !== undefined)
    return refusalSentence('other_activity', { title: known.title, startsAt: known.startsAt })
  return FIND_PARTY.otherUnknown(momentIn(from), momentIn(until))
}

const momentIn = (seconds: number): string => fullMomentText(instant(seconds * 1_000))

/** By the four digits; without a network, in the list of this phone, which holds off guessing just the same. */
export async function findByNumber(list: CheckInList, number: string): Promise<Found> {
  const reply = await askInTime('door.findByNumber', { activityId: list.activityId, number })
  if (reply === null) return findInList(list, number)
  if (reply.ok) return partyFound(reply.value, 'number')
  if ('refusal' in reply && reply.refusal === 'not_registered') return no(FIND_PARTY.noNumber)
  return no(replyText(reply))
}

export function findInList(list: CheckInList, number: string): Found {
  const trying = mayTryNumber(list.activityId, now(), list.numberLimits)
  if (!trying.ok) return no(refusalSentence(trying.refusal, trying.detail ?? {}))
  const party = list.parties.find((one) => one.number === number)
  if (party !== undefined) return partyFound(party, 'number')
  noteWrongNumber(list.activityId, now(), list.numberLimits)
  return no(FIND_PARTY.noNumberOffline)
}

const MASK = '**'
/** WeChat's keys for Chinese type pinyin first: what is not finished is not looked for. */
export const LONGEST_SURNAME = 4

const firstOf = (name: string | null): string | null => name?.replace(MASK, '') ?? null

/** Z is z, and what nobody sees counts for nothing. */
const initialOf = (text: string): string => (Array.from(withoutInvisible(text).trim())[0] ?? '').toLowerCase()

/** Whether a masked name begins as what was typed does. */
export const beginsAs = (name: string | null, typed: string): boolean =>
  name !== null && initialOf(name) === initialOf(typed)

/** First characters of who is still expected, those of most people first; no name is no surname. */
export function surnamesIn(parties: readonly ShownParty[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { members } of parties)
    for (const member of members.filter(isExpectedYet)) {
      const first = firstOf(member.name)
      if (first !== null) counts.set(first, (counts.get(first) ?? 0) + 1)
    }
  return [...counts].sort(([, one], [, other]) => other - one).map(([first]) => first)
}

/** Parties in the list with somebody whose masked name begins so. */
export const withSurname = (list: CheckInList, surname: string): readonly CheckInParty[] =>
  list.parties.filter(({ members }) => members.some(({ name }) => beginsAs(name, surname)))

/** By the first character of a name, with a network and without: more of it would spell out what is masked. */
export async function findBySurname(list: CheckInList, typed: string): Promise<Found> {
  const surname = [...typed.trim()].slice(0, LONGEST_SURNAME).join('')
  if (surname === '') return { kind: 'nothing' }
  const reply = await askInTime('door.findBySurname', { activityId: list.activityId, surname })
  if (reply !== null && !reply.ok) return no(replyText(reply))
  const parties = reply === null ? withSurname(list, surname) : reply.value.parties
  if (parties.length === 0) return no(FIND_PARTY.nobody(surname))
  return { kind: 'parties', parties }
}
