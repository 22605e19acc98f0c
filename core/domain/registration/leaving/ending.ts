import type { Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { isLive, isState, toState, type Member, type MemberChange } from '../party'

const waits = isState('waiting')

/** Who still waits at the start lapses; nothing changes before. Running it twice is fine. */
export function lapseWaiting(
  members: readonly Member[],
  { startsAt }: Pick<Deadlines, 'startsAt'>,
  now: Instant,
): readonly MemberChange[] {
  return now < startsAt ? [] : members.filter(waits).map((member) => toState(member, 'lapsed'))
}

/**
 * Withdrawing an activity cancels everybody, those too who were let in early: what did not take place was
 * attended by nobody. The walk-ins' seats go as well, so no seat stays in use.
 */
export const cancelAll = (members: readonly Member[]): readonly MemberChange[] =>
  members.filter(isLive).map((member) => toState(member, 'cancelled'))
