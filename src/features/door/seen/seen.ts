import type {
  DoorCounts,
  DoorEntry,
  DoorHead,
  DoorList,
  DoorMember,
  DoorParty,
} from '../../../../core/contract/check-in/door'
import { parseInstant, type Instant } from '../../../../core/kernel/shanghai-time'
import type { WaitingAct } from './waiting'

/** Somebody's being there, as far as this phone knows. */
export interface SeenCame {
  /** `null` while it waits to be sent. */
  readonly entryId: string | null
  readonly at: Instant
  readonly entry: DoorEntry | null
  readonly gift: { readonly at: Instant; readonly waiting: boolean } | null
}

export interface SeenMember extends Omit<DoorMember, 'entry'> {
  readonly came: SeenCame | null
}

export interface SeenParty extends Omit<DoorParty, 'members'> {
  readonly members: readonly SeenMember[]
}

/** A head without a registration; one that waits to be sent has no entry yet. */
export interface SeenHead {
  readonly key: string
  readonly name: string | null
  readonly withoutPhone: boolean
  readonly came: SeenCame
}

/** The door of one activity: what the backend said last, and what waits on this phone. */
export interface SeenDoor extends Omit<DoorList, 'parties' | 'heads'> {
  readonly parties: readonly SeenParty[]
  readonly heads: readonly SeenHead[]
}

export function seeDoor(list: DoorList, waiting: readonly WaitingAct[]): SeenDoor {
  const parties = list.parties.map((party) => seeParty(party, waiting))
  const added = waiting.filter(({ kind }) => kind === 'head')
  return {
    ...list,
    parties,
    counts: countsWith(list.counts, comeMeanwhile(list.parties, waiting), added.length),
    heads: [
      ...list.heads.map((head) => seeHead(head, waiting)),
      ...added.map(({ key, at }) => ({
        key,
        name: null,
        withoutPhone: true,
        came: { entryId: null, at, entry: null, gift: null },
      })),
    ],
  }
}

/** A party with whoever of it was let in without network. */
export const seeParty = (party: DoorParty, waiting: readonly WaitingAct[]): SeenParty => ({
  ...party,
  members: party.members.map(({ entry, ...member }) => ({
    ...member,
    came:
      entry === null
        ? waitingArrival(party.registrationId, member, waiting)
        : cameBy(entry, member.memberId, waiting),
  })),
})

/** Whether a place is theirs, so that everybody with a place has them in it. */
export const hasPlace = ({ state }: Pick<DoorMember, 'state'>): boolean =>
  state === 'confirmed' || state === 'attended' || state === 'no_show'

/** With a place, and not here yet. */
export const isExpectedYet = (member: SeenMember): boolean => hasPlace(member) && member.came === null

const seeHead = (head: DoorHead, waiting: readonly WaitingAct[]): SeenHead => ({
  key: head.entryId,
  name: head.name,
  withoutPhone: head.withoutPhone,
  came: cameBy(head, null, waiting),
})

function cameBy(entry: DoorEntry, memberId: string | null, waiting: readonly WaitingAct[]): SeenCame {
  const given = entry.giftAt === null ? null : { at: parseInstant(entry.giftAt), waiting: false }
  return {
    entryId: entry.entryId,
    at: parseInstant(entry.at),
    entry,
    gift: given ?? waitingGift(memberId, entry.entryId, waiting),
  }
}

function waitingArrival(
  registrationId: string,
  member: Pick<DoorMember, 'memberId' | 'state'>,
  waiting: readonly WaitingAct[],
): SeenCame | null {
  const act = waiting.find((one) => one.kind === 'admit' && isIn(one, registrationId, member))
  if (act === undefined) return null
  return { entryId: null, at: act.at, entry: null, gift: waitingGift(member.memberId, null, waiting) }
}

const isIn = (
  act: Extract<WaitingAct, { kind: 'admit' }>,
  registrationId: string,
  member: Pick<DoorMember, 'memberId' | 'state'>,
): boolean =>
  act.registrationId === registrationId &&
  (act.members === null ? hasPlace(member) : act.members.includes(member.memberId))

function waitingGift(
  memberId: string | null,
  entryId: string | null,
  waiting: readonly WaitingAct[],
): SeenCame['gift'] {
  const act = waiting.find(
    (one) =>
      one.kind === 'gift' &&
      ((memberId !== null && one.memberId === memberId) || (entryId !== null && one.entryId === entryId)),
  )
  return act === undefined ? null : { at: act.at, waiting: true }
}

/** Members whose coming waits to be sent; who had come already is counted once. */
const comeMeanwhile = (parties: readonly DoorParty[], waiting: readonly WaitingAct[]): number =>
  parties
    .flatMap((party) => party.members.map((member) => ({ party, member })))
    .filter(
      ({ party, member }) =>
        member.entry === null && waitingArrival(party.registrationId, member, waiting) !== null,
    ).length

const countsWith = (counts: DoorCounts, arrived: number, heads: number): DoorCounts => ({
  ...counts,
  attended: counts.attended + arrived,
  withoutPhone: counts.withoutPhone + heads,
  heads: counts.heads + arrived + heads,
  free: counts.free === null ? null : Math.max(0, counts.free - heads),
})
