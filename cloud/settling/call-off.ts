import type { Transaction } from 'kysely'
import { cancelAll } from '../../core/domain/registration/leaving/ending'
import { isLive } from '../../core/domain/registration/party'
import { seatsAfter } from '../../core/domain/registration/seats'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'
import type { RecordedChange } from '../repositories/activity/change'
import type { LockedActivity } from '../repositories/activity/lock-activity'
import { recordStaffAct, recordStatus } from '../repositories/activity/staff-acts'
import { readAddressed } from '../repositories/message/notices'
import { readParties } from '../repositories/registration/parties'
import { recordOutcome } from '../repositories/registration/record-outcome'
import { tell } from './tell'

export interface CalledOff {
  /** Members whose place or wish was cancelled. */
  readonly cancelled: number
  readonly told: number
  readonly unreached: number
}

/** Withdraws an activity: everybody is cancelled, and everybody is told. */
export async function callOff(
  tx: Transaction<Schema>,
  locked: LockedActivity,
  change: RecordedChange,
  by: string,
  now: Instant,
): Promise<CalledOff> {
  const parties = await readParties(tx, locked.row.id)
  const live = parties.filter(({ members }) => members.some(isLive))
  // Whom to tell is asked before they are cancelled: afterwards nobody is left.
  const to = await readAddressed(
    tx,
    live.map(({ id }) => id),
  )
  const changes = cancelAll(parties.flatMap(({ members }) => members))
  await recordStatus(tx, locked.row.id, 'withdrawn', now)
  await recordStaffAct(tx, locked.row.id, 'withdrawn', by, now)
  await recordOutcome(tx, {
    activityId: locked.row.id,
    act: 'withdraw',
    by,
    now,
    seatsInUse: seatsAfter(locked.seats, changes).inUse,
    changes,
    promoted: [],
    promotedMembers: 0,
  })
  const telling = { kind: 'withdrawn', to, causeOf: () => String(change.id), change: change.notice } as const
  return { cancelled: changes.length, ...(await tell(tx, locked, telling, now)) }
}
