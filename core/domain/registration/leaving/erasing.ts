import type { Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { isExpected, toState, type Member, type MemberChange } from '../party'
import { childrenLeftAlone } from './leaving'

/** What erasing people does to one registration. */
export interface Erasing {
  /** Members whose person becomes an unlinkable tombstone, whatever their state. */
  readonly tombstones: readonly string[]
  /** Places that are cancelled; freed seats are for `promote`. */
  readonly changes: readonly MemberChange[]
  /** Children of others whose only adult goes: cancelled too, and their registrant is told. */
  readonly leftAlone: readonly string[]
}

/**
 * Erasing cancels places that are still to come; what was, stays in the count without the person. After
 * the start a place is no longer cancelled, because its seat was held. Erasing twice changes nothing more.
 */
export function eraseFrom(
  members: readonly Member[],
  isErased: (member: Member) => boolean,
  { startsAt }: Pick<Deadlines, 'startsAt'>,
  now: Instant,
): Erasing {
  const tombstones = members.filter(isErased).map(({ id }) => id)
  if (now >= startsAt) return { tombstones, changes: [], leftAlone: [] }
  const leavesNow = (member: Member): boolean => isErased(member) && isExpected(member)
  const alone = childrenLeftAlone(members, leavesNow).filter(isExpected)
  const cancelled = members.filter((member) => leavesNow(member) || alone.includes(member))
  return {
    tombstones,
    changes: cancelled.map((member) => toState(member, 'cancelled')),
    leftAlone: alone.map(({ id }) => id),
  }
}
