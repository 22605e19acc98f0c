import type { Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { eraseFrom } from '../leaving/erasing'
import { changeTo, isState, withChanges, type Member, type MemberChange, type MemberPlace } from '../party'

const hasCome = isState('attended')
const isErased = ({ identity }: Member): boolean => identity === null

/**
 * Takes attendances of one registration back: those in `before`, which holds where each member stood.
 * Everything is as it was, as far as time allows: who waited has lapsed once the activity started, on a
 * closed roll who was expected did not come, and who was erased meanwhile is not expected again. Undoing
 * twice is fine. Freed seats are for `promote`. A move to another day undoes all, with its new deadlines.
 */
export function undoArrivals(
  members: readonly Member[],
  before: ReadonlyMap<string, MemberPlace>,
  deadlines: Pick<Deadlines, 'startsAt'>,
  rollClosed: boolean,
  now: Instant,
): readonly MemberChange[] {
  const putBack = members.map((member) => {
    const earlier = before.get(member.id)
    if (earlier === undefined || !hasCome(member)) return member
    return { ...member, ...asTimeAllows(earlier, now >= deadlines.startsAt, rollClosed) }
  })
  const restored = withChanges(putBack, eraseFrom(putBack, isErased, deadlines, now).changes)
  return members.flatMap((member, index) => {
    const { state, released } = restored[index] ?? member
    const isSame = member.state === state && member.released === released
    return isSame ? [] : [changeTo(member, { state, released })]
  })
}

function asTimeAllows(earlier: MemberPlace, started: boolean, rollClosed: boolean): MemberPlace {
  if (earlier.state === 'waiting' && started) return { ...earlier, state: 'lapsed' }
  return earlier.state === 'confirmed' && rollClosed ? { ...earlier, state: 'no_show' } : earlier
}
