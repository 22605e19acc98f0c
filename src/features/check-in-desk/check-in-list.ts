import { hasPlace } from '../../../core/domain/registration/party'
import type {
  CheckInCounts,
  CheckInEntry,
  CheckInHead,
  CheckInList,
  CheckInMember,
  CheckInParty,
} from '../../../core/contract/check-in/check-in-desk'
import { type Instant, parseInstant } from '../../../core/kernel/shanghai-time'
import type { SettledEntry, QueuedEntry } from '../../api/outbox/outbox'
import { fromPhone } from '../../api/clock'
import { PARTY } from '../../text/check-in/party'
import { ENTRY_FLAGS, LAST_RESULT } from '../../text/check-in/last-result'
import { ARRIVALS } from '../../text/check-in/arrivals'

/** Somebody's being there, as far as this phone knows. */
export interface ShownArrival {
  /** `null` while it waits to be sent. */
  readonly entryId: string | null
  readonly at: Instant
  readonly entry: CheckInEntry | null
  readonly gift: { readonly at: Instant; readonly waiting: boolean } | null
}

export interface ShownMember extends Omit<CheckInMember, 'entry'> {
  readonly came: ShownArrival | null
}

export interface ShownParty extends Omit<CheckInParty, 'members'> {
  readonly members: readonly ShownMember[]
}

/** A head without a registration; one that waits to be sent has no entry yet. */
export interface ShownHead {
  readonly key: string
  readonly name: string | null
  readonly withoutPhone: boolean
  readonly came: ShownArrival
}

/** The list of one activity as it is shown: what the backend said last, and what waits on this phone. */
export interface ShownList extends Omit<CheckInList, 'parties' | 'heads'> {
  readonly parties: readonly ShownParty[]
  readonly heads: readonly ShownHead[]
}

export function withPending(list: CheckInList, waiting: readonly PendingMutation[]): ShownList {
  const parties = list.parties.map((party) => partyWithPending(party, waiting))
  const added = waiting.filter(({ kind }) => kind === 'head')
  return {
    ...list,
    parties,
    counts: countsWith(list.counts, arrivedMeanwhile(list.parties, waiting), added.length),
    heads: [
      ...list.heads.map((head) => headWithPending(head, waiting)),
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
export const partyWithPending = (party: CheckInParty, waiting: readonly PendingMutation[]): ShownParty => ({
  ...party,
  members: party.members.map(({ entry, ...member }) => ({
    ...member,
    came:
      entry === null
        ? pendingArrival(party.registrationId, member, waiting)
        : cameBy(entry, member.memberId, waiting),
  })),
})

/** With a place, and not here yet. */
export const isExpectedYet = (member: ShownMember): boolean => hasPlace(member) && member.came === null

const headWithPending = (head: CheckInHead, waiting: readonly PendingMutation[]): ShownHead => ({
  key: head.entryId,
  name: head.name,
  withoutPhone: head.withoutPhone,
  came: cameBy(head, null, waiting),
})

function cameBy(
  entry: CheckInEntry,
  memberId: string | null,
  waiting: readonly PendingMutation[],
): ShownArrival {
  const given = entry.giftAt === null ? null : { at: parseInstant(entry.giftAt), waiting: false }
  return {
    entryId: entry.entryId,
    at: parseInstant(entry.at),
    entry,
    gift: given ?? pendingGift(memberId, entry.entryId, waiting),
  }
}

function pendingArrival(
  registrationId: string,
  member: Pick<CheckInMember, 'memberId' | 'state'>,
  waiting: readonly PendingMutation[],
): ShownArrival | null {
  const admission = waiting.find((one) => one.kind === 'admit' && isIn(one, registrationId, member))
  if (admission === undefined) return null
  return { entryId: null, at: admission.at, entry: null, gift: pendingGift(member.memberId, null, waiting) }
}

const isIn = (
  admission: Extract<PendingMutation, { kind: 'admit' }>,
  registrationId: string,
  member: Pick<CheckInMember, 'memberId' | 'state'>,
): boolean =>
  admission.registrationId === registrationId &&
  (admission.members === null ? hasPlace(member) : admission.members.includes(member.memberId))

function pendingGift(
  memberId: string | null,
  entryId: string | null,
  waiting: readonly PendingMutation[],
): ShownArrival['gift'] {
  const given = waiting.find(
    (one) =>
      one.kind === 'gift' &&
      ((memberId !== null && one.memberId === memberId) || (entryId !== null && one.entryId === entryId)),
  )
  return given === undefined ? null : { at: given.at, waiting: true }
}

/** Members whose coming waits to be sent; who had come already is counted once. */
const arrivedMeanwhile = (parties: readonly CheckInParty[], waiting: readonly PendingMutation[]): number =>
  parties
    .flatMap((party) => party.members.map((member) => ({ party, member })))
    .filter(
      ({ party, member }) =>
        member.entry === null && pendingArrival(party.registrationId, member, waiting) !== null,
    ).length

const countsWith = (counts: CheckInCounts, arrived: number, heads: number): CheckInCounts => ({
  ...counts,
  attended: counts.attended + arrived,
  withoutPhone: counts.withoutPhone + heads,
  heads: counts.heads + arrived + heads,
  free: counts.free === null ? null : Math.max(0, counts.free - heads),
})

/** What happened at the desk and has no answer yet: stored on this phone, sent when there is a network. */
export type PendingMutation = { readonly key: string; readonly at: Instant } & (
  | {
      readonly kind: 'admit'
      readonly registrationId: string
      /** `null`: everybody with a place, by a ticket that the stored list did not know. */
      readonly members: readonly string[] | null
    }
  | { readonly kind: 'head' }
  | { readonly kind: 'gift'; readonly memberId: string | null; readonly entryId: string | null }
)

/** What the outbox still holds of one activity, as the desk reads it. */
export const pendingMutations = (
  activityId: string,
  queued: readonly QueuedEntry[],
): readonly PendingMutation[] =>
  queued.filter(({ input }) => input['activityId'] === activityId).flatMap(mutationIn)

/** Mutations of this activity whose answer came when nobody waited for it any more. */
export const answeredLater = (
  activityId: string,
  settled: readonly SettledEntry[],
): readonly Extract<SettledEntry, { kind: 'settled' }>[] =>
  settled.flatMap((entry) =>
    entry.kind === 'settled' && entry.endpoint.startsWith('door.') && entry.input['activityId'] === activityId
      ? [entry]
      : [],
  )

function mutationIn({ key, endpoint, input, happenedAt }: QueuedEntry): readonly PendingMutation[] {
  const own = { key, at: fromPhone(happenedAt) }
  switch (endpoint) {
    case 'door.admit':
      return [
        {
          ...own,
          kind: 'admit',
          registrationId: String(input['registrationId']),
          members: Array.isArray(input['members']) ? input['members'].map(String) : null,
        },
      ]
    case 'door.addHead':
      return [{ ...own, kind: 'head' }]
    case 'door.giveGift':
      return [{ ...own, kind: 'gift', memberId: idIn(input['memberId']), entryId: idIn(input['entryId']) }]
    default:
      return []
  }
}

const idIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** One head at this activity, as it stands in the list of arrivals. */
export interface Arrival {
  readonly key: string
  readonly who: string
  readonly memberId: string | null
  readonly came: ShownArrival
  /** How they came, and what staff have to know of it. */
  readonly hints: readonly string[]
}

/** Everybody who came, the last first. */
export function arrivalsIn({ parties, heads }: ShownList): readonly Arrival[] {
  const members = parties.flatMap(({ number, members }) =>
    members.flatMap((member) => (member.came === null ? [] : [arrivalOf(member, member.came, number)])),
  )
  const others = heads.map(({ key, name, withoutPhone, came }) => ({
    key,
    who: withoutPhone ? LAST_RESULT.withoutPhone : (name ?? LAST_RESULT.walkedIn),
    memberId: null,
    came,
    hints: hintsOf(came),
  }))
  return [...members, ...others].sort((one, other) => other.came.at - one.came.at)
}

const arrivalOf = ({ memberId, name }: ShownMember, came: ShownArrival, number: string): Arrival => ({
  key: memberId,
  who: name ?? PARTY.number(number),
  memberId,
  came,
  hints: hintsOf(came),
})

function hintsOf({ entry }: ShownArrival): readonly string[] {
  if (entry === null) return [ARRIVALS.waiting]
  return [
    ...(entry.grade === 'staff' ? [] : [ARRIVALS.self]),
    ...(entry.flags.includes('offline') ? [ARRIVALS.uploaded] : []),
    ...(entry.doorFlag === null ? [] : [ENTRY_FLAGS[entry.doorFlag]]),
    ...(entry.giftTwice ? [PARTY.giftTwice] : []),
  ]
}

/** Whose gift it is, by the entry or, before there is one, by the member. */
export interface GiftTo {
  readonly who: string
  readonly entryId: string | null
  readonly memberId: string | null
}

/** Somebody who came, and whether their gift is ticked. */
export interface GiftRow extends GiftTo {
  readonly given: ShownArrival['gift']
}

/** Members who came. */
export const giftsOfParty = ({ members, number }: ShownParty): readonly GiftRow[] =>
  members.flatMap(({ memberId, name, came }) =>
    came === null
      ? []
      : [{ who: name ?? PARTY.number(number), entryId: came.entryId, memberId, given: came.gift }],
  )
