import type { Transaction } from 'kysely'
import { cancelAll } from '../../core/domain/registration/leaving/ending'
import { isLive } from '../../core/domain/registration/party'
import { seatsAfter } from '../../core/domain/registration/seats'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'
import type { RecordedChange } from '../repositories/activity/change'
import type { LockedActivity } from '../repositories/activity/lock-activity'
import { recordStaffAct, recordStatus } from '../repositories/activity/staff-acts'
import { readAllEntries, undoEntries } from '../repositories/check-in/entries'
import { readAddressed } from '../repositories/message/notices'
import { readParties } from '../repositories/registration/parties'
import { recordOutcome } from '../repositories/registration/record-outcome'
import { notify } from './notify'

export interface Withdrawal {
  /** Members whose place or waiting was cancelled. */
  readonly cancelled: number
  readonly notified: number
  readonly unreached: number
}

/** Withdraws an activity: everybody is cancelled, and everybody is notified. */
export async function withdrawActivity(
  tx: Transaction<Schema>,
  locked: LockedActivity,
  change: RecordedChange,
  by: string,
  now: Instant,
): Promise<Withdrawal> {
  const parties = await readParties(tx, locked.row.id)
  const live = parties.filter(({ members }) => members.some(isLive))
  // Whom to tell is asked before they are cancelled: afterwards nobody is left.
  const to = await readAddressed(
    tx,
    live.map(({ id }) => id),
  )
  // What did not take place was attended by nobody: heads go, and with them the seats of walk-ins. Visits stay.
  const heads = await readAllEntries(tx, locked.row.id)
  const walkInSeats = heads.filter(({ holdsSeat }) => holdsSeat).length
  await undoEntries(
    tx,
    heads.map(({ id }) => id),
    { reason: '活动取消', by, now },
  )
  const changes = cancelAll(parties.flatMap(({ members }) => members))
  await recordStatus(tx, locked.row.id, 'withdrawn', now)
  await recordStaffAct(tx, locked.row.id, 'withdrawn', by, now)
  await recordOutcome(tx, {
    activityId: locked.row.id,
    act: 'withdraw',
    by,
    now,
    seatsInUse: seatsAfter(locked.seats, changes, -walkInSeats).inUse,
    changes,
    promoted: [],
    promotedMembers: 0,
  })
  const notice = { kind: 'withdrawn', to, causeOf: () => String(change.id), change: change.notice } as const
  return { cancelled: changes.length, ...(await notify(tx, locked, notice, now)) }
}
