import { ARRIVING, SAID } from '../../../text/door/arriving'
import type { GiftTo } from '../acts/use-door-acts'
import type { Said } from '../acts/said'
import type { SeenCame, SeenDoor, SeenParty } from '../seen/seen'

/** Somebody who came, and whether their gift is ticked. */
export interface GiftRow extends GiftTo {
  readonly given: SeenCame['gift']
}

/** Gifts of whoever was let in last. */
export function giftsOf(
  said: Said,
  { parties, heads }: Pick<SeenDoor, 'parties' | 'heads'>,
): readonly GiftRow[] {
  if (said.kind === 'head')
    return heads
      .filter(({ came: { entryId } }) => entryId !== null && entryId === said.entryId)
      .map(({ came: { entryId, gift } }) => ({ who: SAID.someone, entryId, memberId: null, given: gift }))
  if (said.kind !== 'admitted') return []
  return parties.flatMap(giftsOfParty).filter(({ memberId }) => isIn(said, memberId))
}

const isIn = ({ memberIds }: Extract<Said, { kind: 'admitted' }>, memberId: string | null): boolean =>
  memberId !== null && memberIds.includes(memberId)

/** Members who came. */
export const giftsOfParty = ({ members, number }: SeenParty): readonly GiftRow[] =>
  members.flatMap(({ memberId, name, came }) =>
    came === null
      ? []
      : [{ who: name ?? ARRIVING.number(number), entryId: came.entryId, memberId, given: came.gift }],
  )
