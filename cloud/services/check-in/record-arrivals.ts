import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { ActivityScan } from '../../../core/domain/check-in/scan/scan'
import type { MemberChange } from '../../../core/domain/registration/party'
import { seatsAfter } from '../../../core/domain/registration/seats'
import type { Schema } from '../../database/schema'
import type { LockedActivity } from '../../repositories/activity/lock-activity'
import { recordEntries, type NewEntry } from '../../repositories/check-in/entries'
import type { Recording } from '../../repositories/check-in/visits'
import { readQueue } from '../../repositories/registration/queue'
import { recordOutcome, type Act, type Outcome } from '../../repositories/registration/record-outcome'
import { recordAndPromote } from '../registration/record-and-promote'

type Tx = Transaction<Schema>

/** A head that a scan brought, with the resident who walks in; `null` is ＋1 无手机. */
export type NewHead = NewEntry & { readonly id: string }

/** Writes down what a scan came to at one activity, under its lock: states, seats, heads, presence, history. */
export async function recordArrivals(
  tx: Tx,
  locked: LockedActivity,
  scan: ActivityScan,
  walkInId: string | null,
  recording: Recording,
): Promise<readonly NewHead[]> {
  const walkInSeats = Number(scan.walkIn?.holdsSeat ?? false)
  await moveMembers(
    tx,
    locked,
    { act: 'arrive', changes: scan.changes, presence: recording.grade },
    walkInSeats,
    recording,
  )
  const heads = headsOf(scan, walkInId)
  await recordEntries(tx, locked.row.id, heads, recording)
  return heads
}

/** Members that change by an act; see `Outcome` for how presence goes along. */
export interface Moving {
  readonly act: Act
  readonly changes: readonly MemberChange[]
  readonly presence?: Outcome['presence']
}

/**
 * Records changes of members and of seats held by walk-ins. Where a seat may get free or the queue changes,
 * the queue promotes; who had a place and comes, changes neither.
 */
export async function moveMembers(
  tx: Tx,
  locked: LockedActivity,
  { act, changes, presence }: Moving,
  walkInSeats: number,
  { by, now }: Pick<Recording, 'by' | 'now'>,
): Promise<void> {
  if (changes.length === 0 && walkInSeats === 0) return
  const { capacity, inUse } = locked.seats
  const seats = { capacity, inUse: inUse + walkInSeats }
  const touchesQueue = changes.some(({ from, to }) => from.state === 'waiting' || to.state === 'waiting')
  const after = seatsAfter(seats, changes)
  if (touchesQueue || after.inUse < inUse) {
    const queue = await readQueue(tx, locked.row.id)
    await recordAndPromote(tx, locked, { act, by, now, changes, presence, queue, own: null, seats })
    return
  }
  await recordOutcome(tx, {
    activityId: locked.row.id,
    act,
    by,
    now,
    changes,
    presence,
    seatsInUse: after.inUse,
    promoted: [],
    promotedMembers: 0,
  })
}

function headsOf({ changes, seatless, walkIn }: ActivityScan, walkInId: string | null): NewHead[] {
  const nobody = {
    memberId: null,
    residentId: null,
    withoutPhone: false,
    holdsSeat: false,
    doorFlag: null,
    before: null,
  }
  const heads: NewHead[] = [
    ...changes.map(({ memberId, from }) => ({
      ...nobody,
      id: randomUUID(),
      kind: 'attended' as const,
      memberId,
      before: from,
    })),
    ...seatless.map(({ memberId, flag }) => ({
      ...nobody,
      id: randomUUID(),
      kind: 'door' as const,
      memberId,
      doorFlag: flag,
    })),
  ]
  if (walkIn === null) return heads
  return [
    ...heads,
    {
      ...nobody,
      id: randomUUID(),
      kind: walkIn.flag === null ? 'walk_in' : 'door',
      residentId: walkInId,
      withoutPhone: walkInId === null,
      holdsSeat: walkIn.holdsSeat,
      doorFlag: walkIn.flag,
    },
  ]
}
