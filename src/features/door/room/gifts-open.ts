import { ARRIVING, SAID } from '../../../text/door/arriving'
import type { GiftTo } from '../acts/use-door-acts'
import type { Said } from '../acts/said'
import type { SeenDoor, SeenParty } from '../seen/seen'

/** Whose gift can be ticked right after they were let in: each who has none yet. */
export function giftsOpen(
  said: Said,
  { parties, heads }: Pick<SeenDoor, 'parties' | 'heads'>,
): readonly GiftTo[] {
  if (said.kind === 'head')
    return heads
      .filter(({ came }) => came.entryId !== null && came.entryId === said.entryId && came.gift === null)
      .map(({ came: { entryId } }) => ({ who: SAID.someone, entryId, memberId: null }))
  if (said.kind !== 'admitted') return []
  return parties.flatMap((party) => giftsOfParty(party).filter(({ memberId }) => isIn(said, memberId)))
}

const isIn = ({ memberIds }: Extract<Said, { kind: 'admitted' }>, memberId: string | null): boolean =>
  memberId !== null && memberIds.includes(memberId)

/** Members who came and have no gift yet. */
export const giftsOfParty = ({ members, number }: SeenParty): readonly GiftTo[] =>
  members.flatMap(({ memberId, name, came }) =>
    came === null || came.gift !== null
      ? []
      : [{ who: name ?? ARRIVING.number(number), entryId: came.entryId, memberId }],
  )
