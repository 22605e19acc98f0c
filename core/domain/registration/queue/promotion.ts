import type { Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { freeSeats, type Seats } from '../seats'
import { inQueueOrder, type WaitingParty } from './queue'

/** What a promotion did: whose waiting members are confirmed now, who still waits (in queue order), and the seats. */
export interface Promotion {
  readonly confirmed: readonly WaitingParty[]
  readonly waiting: readonly WaitingParty[]
  readonly seats: Seats
}

/** Whether seats are given without being asked for: until 2 h before the start. */
export const isPromoting = ({ promotionEndsAt }: Pick<Deadlines, 'promotionEndsAt'>, now: Instant): boolean =>
  now < promotionEndsAt

/**
 * The one rule that gives seats: walks the parties in queue order and confirms each that fits. Who doesn't
 * fit is passed over and keeps the place; nobody is split. Run it after every act that frees a seat or
 * changes the queue; it does nothing in the last 2 h. O(n log n), linear where the queue comes in order.
 */
export function promote(
  queue: readonly WaitingParty[],
  seats: Seats,
  deadlines: Pick<Deadlines, 'promotionEndsAt'>,
  now: Instant,
): Promotion {
  const ordered = inQueueOrder(queue)
  if (!isPromoting(deadlines, now)) return { confirmed: [], waiting: ordered, seats }
  let free = freeSeats(seats)
  const confirmed: WaitingParty[] = []
  const waiting: WaitingParty[] = []
  for (const party of ordered) {
    const fits = party.size <= free
    if (fits) free -= party.size
    ;(fits ? confirmed : waiting).push(party)
  }
  return { confirmed, waiting, seats: { ...seats, inUse: seats.capacity - free } }
}

/** Registrations to be told "有空位了，给您留好了": all promoted ones but whose own act it was. */
export const promotedUnasked = (
  { confirmed }: Promotion,
  ownRegistrationId: string | null,
): readonly string[] =>
  confirmed.map(({ registrationId }) => registrationId).filter((id) => id !== ownRegistrationId)
