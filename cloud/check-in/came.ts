import type { Came } from '../../core/contract/check-in/check-in-fields'
import { toIso } from '../../core/kernel/shanghai-time'
import type { EntryRow } from '../repositories/check-in/entries'

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
