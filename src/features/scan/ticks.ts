import type { ExpectedMember, OpenedCode } from '../../../core/contract/check-in/check-in'
import { OPENED_PLACE } from '../../text/check-in/scan'

/** What is said by the tap. */
export interface Ticks {
  /** `null` where nobody is expected by name: then it is everybody with a place. */
  readonly members: readonly string[] | null
  readonly walkIns: readonly string[]
}

const membersOf = ({ parties }: OpenedCode): readonly ExpectedMember[] =>
  parties.flatMap(({ members }) => members)

/** Whom one has to say something about: who came before has said it. */
export const askedOf = (opened: OpenedCode): readonly ExpectedMember[] =>
  membersOf(opened).filter(({ cameAt, state }) => cameAt === null && state !== 'attended')

/** Everybody with a place is taken to have come; who waits, lapsed or cancelled has to say so. */
export function firstTicks(opened: OpenedCode): Ticks {
  const asked = askedOf(opened)
  if (membersOf(opened).length === 0) return { members: null, walkIns: [] }
  return {
    members: asked
      .filter(({ state }) => state === 'confirmed' || state === 'no_show')
      .map(({ memberId }) => memberId),
    walkIns: [],
  }
}

export const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]

/** They were here today, and nothing is left to be asked: no tap is needed. */
export const isAllSaid = (opened: OpenedCode, { members, walkIns }: Ticks): boolean =>
  opened.visitedAt !== null && (members ?? []).length === 0 && walkIns.length === 0

/** What the one who holds the phone calls a member. */
export function memberName({ isMe, name, child }: Pick<ExpectedMember, 'isMe' | 'name' | 'child'>): string {
  if (isMe) return OPENED_PLACE.me
  return name ?? (child ? OPENED_PLACE.child : OPENED_PLACE.relative)
}
