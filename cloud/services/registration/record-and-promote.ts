import type { Transaction } from 'kysely'
import type { MemberChange } from '../../../core/domain/registration/party'
import { mayAskSince } from '../../../core/domain/registration/queue/capacity'
import { promote, promotedUnasked, type Promotion } from '../../../core/domain/registration/queue/promotion'
import { seatsAfter, type Seats } from '../../../core/domain/registration/seats'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { inOneTrip } from '../../database/one-trip'
import type { Schema } from '../../database/schema'
import { latestChange } from '../../repositories/activity/change'
import type { LockedActivity } from '../../repositories/activity/lock-activity'
import { readAddressed } from '../../repositories/message/notices'
import { judgeQueue, type RecordedParty } from '../../repositories/registration/queue'
import { recordOutcome, type Act, type Outcome } from '../../repositories/registration/record-outcome'
import { notify } from '../notify'

/** An act that was decided under the lock of its activity and is to be recorded. */
export interface DecidedAct {
  readonly act: Act
  readonly by: string | null
  readonly now: Instant
  readonly changes: readonly MemberChange[]
  readonly presence?: Outcome['presence']
  /** The waiting parties as they were recorded before the act. */
  readonly queue: readonly RecordedParty[]
  /** The registration whose act it is: its people see what they get, and are not told. */
  readonly own: string | null
  /** Where the act changed the capacity. */
  readonly seats?: Seats
}

/** What follows every act that frees a seat or changes the queue: the queue promotes, all is recorded, the promoted are told. */
export async function recordAndPromote(
  tx: Transaction<Schema>,
  locked: LockedActivity,
  decided: DecidedAct,
): Promise<Promotion> {
  const { changes, queue, now } = decided
  const left = new Set(changes.map(({ memberId }) => memberId))
  const seats = seatsAfter(decided.seats ?? locked.seats, changes)
  const waiting = await judgeQueue(tx, locked, queue, left)
  const promotion =
    locked.activity.status === 'published'
      ? promote(waiting, seats, locked.deadlines, now)
      : { confirmed: [], waiting, seats }
  await recordPromotion(tx, locked, decided, promotion)
  await notifyWhoMayAsk(tx, locked, decided, promotion)
  return promotion
}

/** In the last 2 h nobody is given a seat in order: those who wait are told that one is free, and may ask for it. */
async function notifyWhoMayAsk(
  tx: Transaction<Schema>,
  locked: LockedActivity,
  { own, now }: DecidedAct,
  after: Promotion,
): Promise<void> {
  if (locked.activity.status !== 'published') return
  const mayAsk = mayAskSince(locked.seats, after.seats, after.waiting, locked.deadlines, now)
    .map(({ registrationId }) => registrationId)
    .filter((registrationId) => registrationId !== own)
  if (mayAsk.length === 0) return
  const to = await readAddressed(tx, mayAsk)
  const causeOf = ({ joinNumber }: { joinNumber: number }) => `${joinNumber}:${now}`
  await notify(tx, locked, { kind: 'seats-free', to, causeOf }, now)
}

/** Records an act together with the promotion it led to, and tells whoever got a place without asking. */
export async function recordPromotion(
  tx: Transaction<Schema>,
  locked: LockedActivity,
  {
    act,
    by,
    now,
    changes,
    presence,
    own,
  }: Pick<DecidedAct, 'act' | 'by' | 'now' | 'changes' | 'presence' | 'own'>,
  promotion: Promotion,
  joined: Pick<Outcome, 'row' | 'added' | 'guests'> = {},
): Promise<void> {
  const promoted = promotion.confirmed.filter(({ registrationId }) => registrationId !== joined.row?.id)
  await recordOutcome(tx, {
    activityId: locked.row.id,
    act,
    by,
    now,
    seatsInUse: promotion.seats.inUse,
    changes,
    presence,
    promoted: promoted.map(({ registrationId }) => registrationId),
    promotedMembers: promoted.reduce((sum, { size }) => sum + size, 0),
    ...joined,
  })
  const unasked = promotedUnasked(promotion, own)
  if (unasked.length === 0) return
  const [to, latest] = await inOneTrip(
    tx,
    (trip) => readAddressed(trip, unasked),
    (trip) => latestChange(trip, locked.row.id),
  )
  const causeOf = ({ joinNumber }: { joinNumber: number }) => String(joinNumber)
  await notify(tx, locked, { kind: 'promoted', to, causeOf, change: latest?.notice ?? null }, now)
}
