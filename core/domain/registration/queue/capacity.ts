import { accept, refuse, type Result } from '../../../kernel/result'
import type { Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { freeSeats, type Seats } from '../seats'
import { isPromoting } from './promotion'
import type { WaitingParty } from './queue'

/** Seats under the new capacity, and the waiting parties to be told that they are too many for it now. */
export interface CapacityChange {
  readonly seats: Seats
  readonly noLongerFit: readonly WaitingParty[]
}

/**
 * May the capacity (in persons, at least 1) be this? Never below the seats in use. A raised one is followed
 * by `promote`; a party that the lowered one can never hold is told once, when it happens.
 */
export function decideCapacity(
  seats: Seats,
  capacity: number,
  queue: readonly WaitingParty[],
): Result<CapacityChange, 'capacity_below_in_use'> {
  if (capacity < seats.inUse) return refuse('capacity_below_in_use', { inUse: seats.inUse })
  return accept({
    seats: { ...seats, capacity },
    noLongerFit: queue.filter(({ size }) => size > capacity && size <= seats.capacity),
  })
}

/**
 * Whom seats that became free give a chance without giving the seat: in the last 2 h they are for whoever asks first.
 * Who could ask before has been told already.
 */
export const mayAskSince = (
  earlier: Seats,
  seats: Seats,
  queue: readonly WaitingParty[],
  deadlines: Pick<Deadlines, 'promotionEndsAt' | 'startsAt'>,
  now: Instant,
): readonly WaitingParty[] =>
  isPromoting(deadlines, now) || now >= deadlines.startsAt
    ? []
    : queue.filter(({ size }) => size <= freeSeats(seats) && size > freeSeats(earlier))
