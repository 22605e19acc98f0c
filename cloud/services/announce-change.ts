import type { Kysely, Transaction } from 'kysely'
import type { Permit } from '../app/permit'
import type { Change } from '../../core/domain/activity/change'
import { isState, type Member } from '../../core/domain/registration/party'
import { shanghaiDay, type Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'
import { recordChange, type RecordedChange } from '../repositories/activity/change'
import { lockActivity, type FoundActivity, type LockedActivity } from '../repositories/activity/lock-activity'
import { undoHeads } from './check-in/undo-check-in'
import { readAllEntries } from '../repositories/check-in/entries'
import { readAddressed, type Addressed } from '../repositories/message/notices'
import { readParties } from '../repositories/registration/parties'
import { readQueue } from '../repositories/registration/queue'
import { withdrawActivity } from './withdraw-activity'
import { recordAndPromote } from './registration/record-and-promote'
import { notify } from './notify'

export interface AnnouncedChange {
  readonly change: RecordedChange
  readonly notified: number
  readonly unreached: number
}

const comesOrCame = isState('confirmed', 'attended')
const waits = isState('waiting')
const isExpected = isState('confirmed')

/** Whom a change concerns. Who came knows that it ended early; who still waits once it began waits no more. */
const isConcerned =
  (kind: Change['kind'], hasBegun: boolean) =>
  (member: Member): boolean =>
    kind === 'ended-early' ? isExpected(member) : comesOrCame(member) || (!hasBegun && waits(member))

/** Writes a change down, does what follows from it, and tells everybody whom it concerns. */
export async function announceChange(
  tx: Transaction<Schema>,
  _permit: Permit,
  locked: LockedActivity,
  change: Change,
  by: string,
  now: Instant,
): Promise<AnnouncedChange> {
  const recorded = await recordChange(tx, locked, change, by)
  if (change.kind === 'cancelled') {
    const { notified, unreached } = await withdrawActivity(tx, locked, recorded, by, now)
    return { change: recorded, notified, unreached }
  }
  const isMoved = change.kind === 'postponed' || change.kind === 'brought-forward'
  const current = isMoved ? await promoteAnew(tx, locked, by, now) : locked
  const to = await readConcerned(tx, locked, change.kind, now)
  const notice = {
    kind: 'changed',
    to,
    causeOf: () => String(recorded.id),
    change: recorded.notice,
  } as const
  return { change: recorded, ...(await notify(tx, current, notice, now)) }
}

/** The registrations that a change of that kind is told to. */
export async function readConcerned(
  db: Kysely<Schema>,
  { row }: FoundActivity,
  kind: Change['kind'],
  now: Instant,
): Promise<readonly Addressed[]> {
  const parties = await readParties(db, row.id)
  const concerned = parties.filter(({ members }) => members.some(isConcerned(kind, now >= row.starts_at)))
  return readAddressed(
    db,
    concerned.map(({ id }) => id),
  )
}

/** Another start has another end of promotion: whoever fits now gets the seat. */
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
  if (queue.length > 0)
    await recordAndPromote(tx, current, { act: 'move', by, now, changes: [], queue, own: null })
  return current
}

/** Who came early came for a day that is no more: they are expected again. That they visited, stays. */
async function sendHome(
  tx: Transaction<Schema>,
  moved: LockedActivity,
  by: string,
  now: Instant,
): Promise<LockedActivity> {
  const heads = await readAllEntries(tx, moved.row.id)
  if (heads.length === 0) return moved
  await undoHeads(tx, moved, heads, { reason: '活动改期', by, now })
  return (await lockActivity(tx, moved.row.id)) ?? moved
}
