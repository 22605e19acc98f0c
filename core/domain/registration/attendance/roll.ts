import { accept, refuse, type Result } from '../../../kernel/result'
import { toIso, type Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { changeTo, hasPlace, isState, type Member, type MemberChange } from '../party'

const isConfirmed = isState('confirmed')

/**
 * May staff give the seats of these members to walk-ins? From 15 min after the start, of those who have not
 * come. Members who came, or whose seat is free already, are left as they are.
 */
export function decideReleasing(
  members: readonly Member[],
  { releaseFrom }: Pick<Deadlines, 'releaseFrom'>,
  now: Instant,
): Result<readonly MemberChange[], 'too_early'> {
  if (now < releaseFrom) return refuse('too_early', { from: toIso(releaseFrom) })
  const absent = members.filter((member) => isConfirmed(member) && !member.released)
  return accept(absent.map((member) => changeTo(member, { state: 'confirmed', released: true })))
}

/**
 * May staff close the roll? At the earliest 48 h after the check-in window, when late uploads have arrived.
 * Who was confirmed and neither attended nor was let in by a seatless entry is a no-show. `withSeatlessEntry` holds
 * the members with a seatless entry. Closing twice is fine. Of what ended early nobody is a no-show: who was on the way
 * found it over.
 */
export function decideClosingRoll(
  members: readonly Member[],
  withSeatlessEntry: ReadonlySet<string>,
  { rollClosableFrom }: Pick<Deadlines, 'rollClosableFrom'>,
  isEndedEarly: boolean,
  now: Instant,
): Result<readonly MemberChange[], 'too_early'> {
  if (now < rollClosableFrom) return refuse('too_early', { from: toIso(rollClosableFrom) })
  if (isEndedEarly) return accept([])
  const missing = members.filter((member) => isConfirmed(member) && !withSeatlessEntry.has(member.id))
  return accept(missing.map((member) => changeTo(member, { state: 'no_show', released: member.released })))
}

export type CorrectionRefusal = 'roll_not_closed' | 'reason_missing' | 'not_on_roll'

/**
 * May staff correct a closed roll? With a reason. Saying that somebody came takes the mark back; seats
 * stay as they are, for the activity is over. `null` when the roll says so already.
 */
export function decideCorrectingRoll(
  member: Member,
  came: boolean,
  reason: string,
  rollClosed: boolean,
  isEndedEarly: boolean,
): Result<MemberChange | null, CorrectionRefusal> {
  if (!rollClosed) return refuse('roll_not_closed')
  if (reason.trim() === '') return refuse('reason_missing')
  if (!hasPlace(member)) return refuse('not_on_roll')
  const state = came ? 'attended' : isEndedEarly ? 'confirmed' : 'no_show'
  return accept(member.state === state ? null : changeTo(member, { state, released: member.released }))
}
