import type { RollCorrection, RollPage } from '../../../core/contract/check-in/roll'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { PARTY } from '../../text/check-in/party'
import { ENTRY_FLAGS } from '../../text/check-in/last-result'
import { correctionLine, ROLLS } from '../../text/staff/rolls'
import { momentText } from '../../text/time'

/** One person as a roll lists them. */
export interface RollMember {
  readonly memberId: string
  /** 王**, or the number of who left no name. */
  readonly who: string
  readonly came: boolean
  readonly hints: readonly string[]
}

/** Everybody on a roll, in its order. Who has a mark did not come, whatever was uploaded after it was closed. */
export function membersOf({ parties, corrections }: RollPage, now: Instant): readonly RollMember[] {
  return parties.flatMap(({ number, members }) =>
    members.map(({ memberId, name, child, state, entry }) => ({
      memberId,
      who: name ?? PARTY.number(number),
      came: state === 'attended' || (state === 'confirmed' && entry !== null),
      hints: [
        ...(name === null ? [] : [PARTY.number(number)]),
        ...(child ? [ROLLS.child] : []),
        ...(entry === null ? [] : [momentText(parseInstant(entry.at), now)]),
        ...(entry?.doorFlag ? [ENTRY_FLAGS[entry.doorFlag]] : []),
        ...(entry !== null && state === 'no_show' ? [ROLLS.late] : []),
        ...correctionOf(corrections, memberId, now),
      ],
    })),
  )
}

/** The latest one of this person; the earlier ones stay on record. */
function correctionOf(all: readonly RollCorrection[], memberId: string, now: Instant): readonly string[] {
  const last = all.find((one) => one.memberId === memberId)
  return last === undefined
    ? []
    : [correctionLine(momentText(parseInstant(last.at), now), last.came, last.reason)]
}
