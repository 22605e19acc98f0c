import type { Came } from '../../../core/contract/check-in/check-in-fields'
import type {
  CheckInCounts,
  CheckInEntry,
  CheckInList,
  CheckInParty,
} from '../../../core/contract/check-in/check-in-desk'
import type { IsoInstant } from '../../../core/kernel/shanghai-time'

const entryOf = ({ entryId, at, doorFlag, flags }: Omit<Came, 'memberId' | 'repeated'>): CheckInEntry => ({
  entryId,
  at,
  grade: 'staff',
  doorFlag,
  flags,
  giftAt: null,
  giftTwice: false,
})

/** The list once an answer said who came; the next reading of it says the same. */
export const afterAdmitting = (
  list: CheckInList,
  { came, counts }: { readonly came: readonly Came[]; readonly counts: CheckInCounts },
): CheckInList => ({
  ...list,
  counts,
  parties: list.parties.map((party) => ({
    ...party,
    members: party.members.map((member) => {
      const own = came.find(({ memberId }) => memberId === member.memberId)
      if (own === undefined || member.entry !== null) return member
      return { ...member, entry: entryOf(own), state: own.doorFlag === null ? 'attended' : member.state }
    }),
  })),
})

export const afterHead = (
  list: CheckInList,
  { entryId, counts }: { readonly entryId: string; readonly counts: CheckInCounts },
  at: IsoInstant,
): CheckInList => ({
  ...list,
  counts,
  heads: list.heads.some((head) => head.entryId === entryId)
    ? list.heads
    : [
        ...list.heads,
        { ...entryOf({ entryId, at, doorFlag: null, flags: [] }), name: null, withoutPhone: true },
      ],
})

export const afterGift = (
  list: CheckInList,
  { entryId, at, outcome }: { readonly entryId: string; readonly at: IsoInstant; readonly outcome: string },
): CheckInList => {
  const given = <Entry extends CheckInEntry>(entry: Entry): Entry =>
    entry.entryId === entryId
      ? { ...entry, giftAt: at, giftTwice: entry.giftTwice || outcome === 'flagged' }
      : entry
  return {
    ...list,
    heads: list.heads.map(given),
    parties: withEntries(list.parties, given),
  }
}

/** Whom it was about is expected again; the next reading says in which state. */
export const afterUndoing = (
  list: CheckInList,
  { entryId, counts }: { readonly entryId: string; readonly counts: CheckInCounts },
): CheckInList => ({
  ...list,
  counts,
  heads: list.heads.filter((head) => head.entryId !== entryId),
  parties: withEntries(list.parties, (entry) => (entry.entryId === entryId ? null : entry)),
})

/** A party that was asked for by itself is newer than the list. */
export const withParty = (list: CheckInList, party: CheckInParty): CheckInList => {
  const isThis = ({ registrationId }: CheckInParty) => registrationId === party.registrationId
  return {
    ...list,
    parties: list.parties.some(isThis)
      ? list.parties.map((one) => (isThis(one) ? party : one))
      : [...list.parties, party],
  }
}

const withEntries = (
  parties: readonly CheckInParty[],
  change: (entry: CheckInEntry) => CheckInEntry | null,
): readonly CheckInParty[] =>
  parties.map((party) => ({
    ...party,
    members: party.members.map((member) => {
      const entry = member.entry === null ? null : change(member.entry)
      if (entry === member.entry) return member
      // Whoever was let in with a seat had one before: the backend puts back which.
      const state = entry === null && member.state === 'attended' ? 'confirmed' : member.state
      return { ...member, entry, state }
    }),
  }))
