/** A registration shows the sum of its members; nobody else's state is ever guessed from theirs. */
export const MEMBER_STATES = ['waiting', 'confirmed', 'attended', 'no_show', 'cancelled', 'lapsed'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

/** Where a member stands, and whether staff gave the seat to somebody who was there. */
export interface MemberPlace {
  readonly state: MemberState
  readonly released: boolean
}

export interface Member extends MemberPlace {
  readonly id: string
  /** Who this is over linked records, see `identityOf`; `null` once the person was erased. */
  readonly identity: string | null
  /** Counts as under 14 on the day of the activity. */
  readonly child: boolean
}

/** One party's wish to take part. Number and row stay the same when it joins again after cancelling. */
export interface Registration {
  readonly id: string
  /** The resident who registered; `null` once erased. */
  readonly registrantId: string | null
  /** Four digits, unique within the activity. */
  readonly number: string
  /** Position among all that ever joined, given anew with each joining. */
  readonly joinNumber: number
  readonly members: readonly Member[]
}

/** What a decision does to one member; `from` lets the record refuse a stale change. */
export interface MemberChange {
  readonly memberId: string
  readonly from: MemberPlace
  readonly to: MemberPlace
  /** Of somebody who comes back: whether as a child this time. */
  readonly child?: boolean
}

/** A resident, or the record that a resident keeps of a relative. */
export interface PersonRecord {
  readonly id: string
  /** The resident who said 是我 to this record; `null` before anybody did. */
  readonly linkedTo: string | null
}

/** Uniqueness holds over linked records: they are one person, the resident. */
export const identityOf = ({ id, linkedTo }: PersonRecord): string => linkedTo ?? id

/** May this resident change or cancel the registration? Who registered may, and so may each linked resident in it. */
export const mayChange = (
  { registrantId, members }: Pick<Registration, 'registrantId' | 'members'>,
  residentId: string,
): boolean => registrantId === residentId || members.some(({ identity }) => identity === residentId)

/** The states of who has a place, or had one and missed it. */
export const SEATED_STATES = ['confirmed', 'attended', 'no_show'] as const satisfies readonly MemberState[]

export const isState =
  (...states: readonly MemberState[]) =>
  ({ state }: { readonly state: MemberState }): boolean =>
    states.includes(state)

/** Has a place, came, or was expected in vain; whether the seat was released meanwhile is another matter. */
export const hasPlace = isState(...SEATED_STATES)

/** Still to come: may be cancelled. */
export const isExpected = isState('waiting', 'confirmed')

/** Nothing is to come of it any more. */
export const isLetGo = isState('cancelled', 'lapsed', 'no_show')

/** Takes part or wishes to: a person is so at most once per activity. */
export const isLive = (member: { readonly state: MemberState }): boolean => member.state !== 'cancelled'

export const changeTo = ({ id, state, released }: Member, to: MemberPlace): MemberChange => ({
  memberId: id,
  from: { state, released },
  to,
})

/** Cancelled, lapsed and waiting members have no seat that could be released. */
export const toState = (member: Member, state: MemberState): MemberChange =>
  changeTo(member, { state, released: false })

/** Members after changes, in their order. */
export function withChanges(members: readonly Member[], changes: readonly MemberChange[]): readonly Member[] {
  const byMember = new Map(changes.map(({ memberId, to }) => [memberId, to]))
  return members.map((member) => ({ ...member, ...byMember.get(member.id) }))
}

/** How many members stand where, and the state that is said first. */
export interface PartySummary {
  readonly headline: MemberState
  readonly count: Readonly<Record<MemberState, number>>
}

const SAID_FIRST: readonly MemberState[] = [
  'attended',
  'waiting',
  'confirmed',
  'no_show',
  'lapsed',
  'cancelled',
]

/** The sum of a registration. Where anybody still waits, it is never called confirmed. */
export function summaryOf(members: readonly MemberPlace[]): PartySummary {
  const count: Record<MemberState, number> = {
    waiting: 0,
    confirmed: 0,
    attended: 0,
    no_show: 0,
    cancelled: 0,
    lapsed: 0,
  }
  for (const { state } of members) count[state] += 1
  return { headline: SAID_FIRST.find((state) => count[state] > 0) ?? 'cancelled', count }
}
