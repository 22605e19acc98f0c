import type { Transaction } from 'kysely'
import type { MemberChange, MemberPlace } from '../../../core/domain/registration/party'
import { undoArrivals } from '../../../core/domain/registration/attendance/undo'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { LockedActivity } from '../../repositories/activity/lock-activity'
import { hasOtherEntry, undoEntries, type EntryRow } from '../../repositories/check-in/entries'
import { undoVisits } from '../../repositories/check-in/visits'
import { readParties } from '../../repositories/registration/parties'
import { moveMembers } from './record-arrivals'

type Tx = Transaction<Schema>

export interface Undoing {
  readonly reason: string
  readonly by: string
  readonly now: Instant
}

/** Takes a check-in back whole: the head, and the day of whoever has no other head from the same scan. */
export async function undoCheckIn(
  tx: Tx,
  locked: LockedActivity,
  head: EntryRow,
  undoing: Undoing,
): Promise<void> {
  if (head.undoneAt !== null) return
  await undoHeads(tx, locked, [head], undoing)
  const { actId, visitorId } = head
  if (visitorId === null || (await hasOtherEntry(tx, actId, visitorId))) return
  await undoVisits(tx, { actId, residentId: visitorId }, undoing)
}

/** Takes heads of one activity back, under its lock: state, seat and gift are as they were. Twice is fine. */
export async function undoHeads(
  tx: Tx,
  locked: LockedActivity,
  heads: readonly EntryRow[],
  undoing: Undoing,
): Promise<void> {
  const entries = heads.filter(({ undoneAt }) => undoneAt === null)
  if (entries.length === 0) return
  const seats = entries.filter(({ holdsSeat }) => holdsSeat).length
  const changes = await changesBack(tx, locked, entries, undoing.now)
  await moveMembers(tx, locked, { act: 'undo', changes, presence: null }, -seats, undoing)
  await undoEntries(
    tx,
    entries.map(({ id }) => id),
    undoing,
  )
}

async function changesBack(
  tx: Tx,
  { row, deadlines, isEndedEarly }: LockedActivity,
  entries: readonly EntryRow[],
  now: Instant,
): Promise<readonly MemberChange[]> {
  const before = new Map(
    entries.flatMap(({ memberId, ...entry }): [string, MemberPlace][] =>
      memberId === null || entry.kind !== 'attended' || entry.beforeState === null
        ? []
        : [[memberId, { state: entry.beforeState, released: entry.beforeReleased ?? false }]],
    ),
  )
  if (before.size === 0) return []
  const parties = await readParties(tx, row.id)
  return parties
    .filter(({ members }) => members.some(({ id }) => before.has(id)))
    .flatMap(({ members }) =>
      undoArrivals(members, before, deadlines, row.roll_closed_at !== null && !isEndedEarly, now),
    )
}
