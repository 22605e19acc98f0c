import { accept, refuse, type Result } from '../../../kernel/result'
import type { Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import { giveOnAsking } from '../queue/asking-now'
import type { Promotion } from '../queue/promotion'
import { join, type WaitingParty } from '../queue/queue'
import type { Seats } from '../seats'

/** What joining came to. The promotion may hold others too, where an earlier act left them unserved. */
export interface Admission {
  readonly place: 'confirmed' | 'waiting'
  readonly promotion: Promotion
}

/**
 * Registering is joining the end of the queue and letting the queue promote; in the last 2 h it is asking.
 * Who gets no seat waits, unless more parties than `waitlistLimit` would wait: judged after promotion, so
 * that a single who fits is never refused because ten pairs wait. Nothing is recorded of a refused joining.
 */
export function admit(
  newcomer: WaitingParty,
  queue: readonly WaitingParty[],
  seats: Seats,
  waitlistLimit: number,
  deadlines: Pick<Deadlines, 'promotionEndsAt'>,
  now: Instant,
): Result<Admission, 'waitlist_full'> {
  const { registrationId } = newcomer
  const promotion = giveOnAsking(registrationId, join(queue, newcomer), seats, deadlines, now)
  const isSeated = promotion.confirmed.some((party) => party.registrationId === registrationId)
  if (isSeated) return accept({ place: 'confirmed', promotion })
  if (promotion.waiting.length > waitlistLimit) return refuse('waitlist_full', { limit: waitlistLimit })
  return accept({ place: 'waiting', promotion })
}
