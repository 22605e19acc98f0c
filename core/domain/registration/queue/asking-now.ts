import { accept, refuse, type Result } from '../../../kernel/result'
import type { Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { summaryOf, type Registration } from '../party'
import { freeSeats, type Seats } from '../seats'
import { isPromoting, promote, type Promotion } from './promotion'
import { inQueueOrder, type WaitingParty } from './queue'

export type AskingRefusal = 'already_started' | 'cancelled' | 'no_room'

/**
 * 现在要: may this party have the free seats now? In the last 2 h whoever asks first, whatever the queue;
 * before that the queue decides as always. All of the party or none. Asking again once confirmed is fine.
 * `queue` holds all waiting parties, this one among them.
 */
export function decideAskingNow(
  registration: Registration,
  queue: readonly WaitingParty[],
  seats: Seats,
  deadlines: Deadlines,
  now: Instant,
): Result<Promotion, AskingRefusal> {
  const { count, headline } = summaryOf(registration.members)
  if (now >= deadlines.startsAt) return refuse('already_started')
  if (headline === 'cancelled') return refuse('cancelled')
  if (count.waiting === 0) return accept({ confirmed: [], waiting: inQueueOrder(queue), seats })
  const outcome = giveOnAsking(registration.id, queue, seats, deadlines, now)
  return outcome.confirmed.some(({ registrationId }) => registrationId === registration.id)
    ? accept(outcome)
    : refuse('no_room', { free: freeSeats(seats), size: count.waiting })
}

/** Seats for one who asks: alone and first come in the last 2 h, through the queue before. */
export function giveOnAsking(
  registrationId: string,
  queue: readonly WaitingParty[],
  seats: Seats,
  deadlines: Pick<Deadlines, 'promotionEndsAt'>,
  now: Instant,
): Promotion {
  if (isPromoting(deadlines, now)) return promote(queue, seats, deadlines, now)
  const isAsking = (party: WaitingParty): boolean => party.registrationId === registrationId
  const confirmed = queue.filter((party) => isAsking(party) && party.size <= freeSeats(seats))
  const taken = confirmed.reduce((sum, { size }) => sum + size, 0)
  const waiting = inQueueOrder(queue).filter((party) => !confirmed.includes(party))
  return { confirmed, waiting, seats: { ...seats, inUse: seats.inUse + taken } }
}
