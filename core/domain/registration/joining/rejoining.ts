import { isLive, isState, type Member, type Registration } from '../party'
import type { JoiningMember } from './joining'

const isCancelled = isState('cancelled')

/**
 * The row to join again with, which keeps its number: an own registration of this activity that was
 * cancelled whole, one with somebody of the new party before others, then the earliest. `null` makes a new row.
 */
export function rowToRejoin(
  own: readonly Registration[],
  joining: readonly JoiningMember[],
): Registration | null {
  const identities = new Set(joining.map(({ identity }) => identity))
  const knows = ({ members }: Registration): boolean =>
    members.some(({ identity }) => identity !== null && identities.has(identity))
  const [first] = own
    .filter(({ members }) => members.length > 0 && !members.some(isLive))
    .sort((left, right) => Number(knows(right)) - Number(knows(left)) || left.joinNumber - right.joinNumber)
  return first ?? null
}

/** Who comes back in a row that is used again, and who is new in it. */
export interface Rejoining {
  readonly returning: readonly { readonly member: Member; readonly as: JoiningMember }[]
  readonly added: readonly JoiningMember[]
}

/** Cancelled members who are not in the new party stay cancelled; the others wait again. */
export function rejoinMembers(row: Registration, joining: readonly JoiningMember[]): Rejoining {
  const cancelled = row.members.filter(isCancelled)
  const returning = joining.flatMap((as) => {
    const member = cancelled.find(({ identity }) => identity === as.identity)
    return member === undefined ? [] : [{ member, as }]
  })
  return { returning, added: joining.filter((person) => !returning.some(({ as }) => as === person)) }
}
