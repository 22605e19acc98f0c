import { toIso, type Instant, type IsoInstant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { freeSeats, type Seats } from '../seats'
import { isPromoting } from './promotion'
import { comesBefore, type WaitingParty } from './queue'

/** What a waiting party is told: "您是候补第 3 位", and what keeps it waiting. */
export interface WaitingPosition {
  /** Counts parties, from 1. */
  readonly position: number
  readonly size: number
  /** Free seats now; shown on the wait-list page. */
  readonly free: number
  /** Seats are free but too few: "目前只空出 1 个名额，您报了 2 人". */
  readonly passedOver: boolean
  /** Free seats are given out in order of the queue; from 2 h before the start on they go to whoever asks first. */
  readonly givenInOrder: boolean
  /** Until then. */
  readonly promotionEndsAt: IsoInstant
  /** In the last 2 h: enough seats are free for whoever taps 现在要 first. */
  readonly mayAskNow: boolean
  /** Larger than the whole activity since the capacity was lowered. */
  readonly neverFits: boolean
  readonly inCoolDown: boolean
}

/** Where a waiting party stands in the queue, in any order given; O(n). */
export function waitingPositionOf(
  party: WaitingParty,
  queue: readonly WaitingParty[],
  seats: Seats,
  deadlines: Pick<Deadlines, 'promotionEndsAt' | 'startsAt'>,
  now: Instant,
): WaitingPosition {
  const free = freeSeats(seats)
  const { size, inCoolDown } = party
  return {
    position: 1 + queue.filter((other) => comesBefore(other, party) < 0).length,
    size,
    free,
    passedOver: free > 0 && size > free,
    givenInOrder: isPromoting(deadlines, now),
    promotionEndsAt: toIso(deadlines.promotionEndsAt),
    mayAskNow: !isPromoting(deadlines, now) && now < deadlines.startsAt && size <= free,
    neverFits: size > seats.capacity,
    inCoolDown,
  }
}
