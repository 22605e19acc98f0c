import { accept, refuse, type Result } from '../../../kernel/result'
import type { Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { isExpected, isLive, isState, toState, type Member, type MemberChange } from '../party'

export type CancellingRefusal = 'already_started' | 'already_attended'
export type DroppingRefusal = 'member_not_found' | CancellingRefusal | 'guardian_consent_missing'

const hasCome = isState('attended')
const isComing = isState('waiting', 'confirmed', 'attended')

/**
 * May this registration be cancelled? Until the start, and as long as nobody of it came. Cancelling twice
 * is fine and changes nothing. Freed seats are for `promote`.
 */
export function decideCancelling(
  members: readonly Member[],
  { startsAt }: Pick<Deadlines, 'startsAt'>,
  now: Instant,
): Result<readonly MemberChange[], CancellingRefusal> {
  if (!members.some(isLive)) return accept([])
  if (now >= startsAt) return refuse('already_started')
  return members.some(hasCome) ? refuse('already_attended') : accept(cancelExpected(members))
}

/**
 * May this one member be dropped? Until the start, and as long as they have not come; dropping the last one
 * cancels. The last adult can't be dropped while children remain: a child is never left alone. Dropping
 * twice is fine. A smaller party may fit: let the queue promote.
 */
export function decideDropping(
  members: readonly Member[],
  memberId: string,
  { startsAt }: Pick<Deadlines, 'startsAt'>,
  now: Instant,
): Result<readonly MemberChange[], DroppingRefusal> {
  const member = members.find(({ id }) => id === memberId)
  if (member === undefined) return refuse('member_not_found')
  if (!isLive(member)) return accept([])
  if (now >= startsAt) return refuse('already_started')
  if (hasCome(member)) return refuse('already_attended')
  const alone = childrenLeftAlone(members, (other) => other.id === memberId)
  return alone.length > 0
    ? refuse('guardian_consent_missing', { members: alone.map(({ id }) => id) })
    : accept([toState(member, 'cancelled')])
}

/** Cancels whoever is still to come: the act behind cancelling and behind children without their adults. */
export const cancelExpected = (members: readonly Member[]): readonly MemberChange[] =>
  members.filter(isExpected).map((member) => toState(member, 'cancelled'))

/** Children who would remain without an adult if these left; none where no adult was with them anyway. */
export function childrenLeftAlone(
  members: readonly Member[],
  leaves: (member: Member) => boolean,
): readonly Member[] {
  const coming = members.filter(isComing)
  const remaining = coming.filter((member) => !leaves(member))
  const losesAdult = coming.some((member) => !member.child && leaves(member))
  return losesAdult && remaining.every(({ child }) => child) ? remaining : []
}
