import type { DoorList, DoorParty } from '../../../../core/contract/check-in/door'
import { FINDING } from '../../../text/door/finding'
import type { SeenParty } from '../seen/seen'
import { isExpectedYet } from '../seen/seen'
import { ask, whyNot } from './ask'
import { no, type Found } from './found'

const MASK = '**'
const LONGEST = 4

const firstOf = (name: string | null): string | null => name?.replace(MASK, '') ?? null

/** First characters of who is still expected, those of most people first; no name is no surname. */
export function surnamesIn(parties: readonly SeenParty[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { members } of parties)
    for (const member of members.filter(isExpectedYet)) {
      const first = firstOf(member.name)
      if (first !== null) counts.set(first, (counts.get(first) ?? 0) + 1)
    }
  return [...counts].sort(([, one], [, other]) => other - one).map(([first]) => first)
}

/** Parties in the list with somebody whose masked name begins so. */
export const withSurname = (list: DoorList, surname: string): readonly DoorParty[] =>
  list.parties.filter(({ members }) => members.some(({ name }) => firstOf(name) === [...surname][0]))

/** By the beginning of a name: the backend knows it whole, the list on the phone its first character. */
export async function findBySurname(list: DoorList, typed: string): Promise<Found> {
  const surname = [...typed.trim()].slice(0, LONGEST).join('')
  if (surname === '') return { kind: 'nothing' }
  const reply = await ask('door.findBySurname', { activityId: list.activityId, surname })
  if (reply !== null && !reply.ok) return no(whyNot(reply))
  const parties = reply === null ? withSurname(list, surname) : reply.value.parties
  if (parties.length === 0) return no(FINDING.nobody(surname))
  const isLessExact = reply === null && [...surname].length > 1
  return { kind: 'parties', parties, note: isLessExact ? FINDING.onlyFirst : null }
}
