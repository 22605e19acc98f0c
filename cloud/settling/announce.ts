import type { Transaction } from 'kysely'
import type { Change } from '../../core/domain/activity/change'
import { isState } from '../../core/domain/registration/party'
import { shanghaiDay, type Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'
import { recordChange, type RecordedChange } from '../repositories/activity/change'
import { lockActivity, type LockedActivity } from '../repositories/activity/lock-activity'
import { undoHeads } from '../check-in/undo-entries'
import { readAllStanding } from '../repositories/check-in/entries'
import { readAddressed } from '../repositories/message/notices'
import { readParties } from '../repositories/registration/parties'
import { readQueue } from '../repositories/registration/queue'
import { callOff } from './call-off'
import { settle } from './settle'
import { tell } from './tell'

export interface Announced {
  readonly change: RecordedChange
  readonly told: number
  readonly unreached: number
}

const isConcerned = isState('waiting', 'confirmed', 'attended')

/** Writes a change down, does what follows from it, and tells everybody whom it concerns. */
export async function announce(
  tx: Transaction<Schema>,
  locked: LockedActivity,
  change: Change,
  by: string,
  now: Instant,
): Promise<Announced> {
  const recorded = await recordChange(tx, locked, change, by)
  if (change.kind === 'cancelled') {
    const { told, unreached } = await callOff(tx, locked, recorded, by, now)
    return { change: recorded, told, unreached }
  }
  const current = change.kind === 'postponed' ? await promoteAnew(tx, locked, by, now) : locked
  const parties = await readParties(tx, locked.row.id)
  const concerned = parties.filter(({ members }) => members.some(isConcerned))
  const to = await readAddressed(
    tx,
    concerned.map(({ id }) => id),
  )
  const telling = {
    kind: 'changed',
    to,
    causeOf: () => String(recorded.id),
    change: recorded.notice,
  } as const
  return { change: recorded, ...(await tell(tx, current, telling, now)) }
}

/** A later start has a later end of promotion: whoever fits now gets the seat. */
async function promoteAnew(
  tx: Transaction<Schema>,
  { row }: LockedActivity,
  by: string,
  now: Instant,
): Promise<LockedActivity> {
  const moved = await lockActivity(tx, row.id)
  if (moved === null) throw new Error(`activity ${row.id} vanished under its lock`)
  const isSameDay = shanghaiDay(moved.row.starts_at) === shanghaiDay(row.starts_at)
  const current = isSameDay ? moved : await sendHome(tx, moved, by, now)
  const queue = await readQueue(tx, row.id)
  if (queue.length > 0) await settle(tx, current, { act: 'move', by, now, changes: [], queue, own: null })
  return current
}

/** Who came early came for a day that is no more: they are expected again. That they visited, stays. */
async function sendHome(
  tx: Transaction<Schema>,
  moved: LockedActivity,
  by: string,
  now: Instant,
): Promise<LockedActivity> {
  const heads = await readAllStanding(tx, moved.row.id)
  if (heads.length === 0) return moved
  await undoHeads(tx, moved, heads, { reason: '活动改期', by, now })
  return (await lockActivity(tx, moved.row.id)) ?? moved
}
