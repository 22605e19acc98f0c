import type { Came } from '../../../core/contract/check-in/check-in-fields'
import type { Registration } from '../../../core/domain/registration/party'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { EntryRow } from '../../repositories/check-in/entries'

type Parties = readonly Pick<Registration, 'members'>[]

export const idsIn = (parties: Parties): readonly string[] =>
  parties.flatMap(({ members }) => members.map(({ id }) => id))

/** Who these members are; a walk-in of theirs is a head of theirs. */
export const identitiesIn = (
  parties: Parties,
  memberIds: readonly string[] | null = null,
): readonly string[] =>
  parties.flatMap(({ members }) =>
    members.flatMap(({ id, identity }) =>
      identity !== null && (memberIds === null || memberIds.includes(id)) ? [identity] : [],
    ),
  )

/** Members with a head that stands: on their own place, or as who walked in after giving it up. */
export function cameBefore(parties: Parties, heads: readonly EntryRow[]): ReadonlySet<string> {
  const walkedIn = new Set(heads.flatMap(({ residentId }) => residentId ?? []))
  const members = parties.flatMap((party) => party.members)
  return new Set([
    ...heads.flatMap(({ memberId }) => memberId ?? []),
    ...members.flatMap(({ id, identity }) => (identity !== null && walkedIn.has(identity) ? [id] : [])),
  ])
}

/** Heads as an answer names them; what another act recorded is a repeat. */
export const cameOf = (entries: readonly EntryRow[], actId: string): readonly Came[] =>
  entries.map(({ id, memberId, at, doorFlag, flags, actId: recordedBy }) => ({
    memberId,
    entryId: id,
    at: toIso(at),
    repeated: recordedBy !== actId,
    doorFlag,
    flags,
  }))
