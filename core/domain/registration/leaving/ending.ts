import type { Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { isLive, isState, toState, type Member, type MemberChange, type MemberState } from '../party'

const waits = isState('waiting')

/** The state that people are told: from the start on nobody waits any more, also before a job wrote that down. */
export const stateAt = (
  state: MemberState,
  { startsAt }: Pick<Deadlines, 'startsAt'>,
  now: Instant,
): MemberState => (state === 'waiting' && now >= startsAt ? 'lapsed' : state)

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
