import { accept, refuse, type Result } from '../../../kernel/result'
import type { Instant } from '../../../kernel/shanghai-time'

/** A forwarded card stands for one family record of its sender, or for a guest of an office, in one activity. */
export interface CardFacts {
  /** The resident who forwarded it and keeps the record; `null` where an office made it. */
  readonly senderId: string | null
  /** Who said 是我 first; `null` while nobody did. */
  readonly claimedBy: string | null
  /** Whether the member it hands over was cancelled since. */
  readonly memberCancelled: boolean
  /** End of the activity's check-in window: the card is good until then. */
  readonly validUntil: Instant
  /**
   * Activities still to come in which both the record and the claimant are live: linking the two would
   * make one person take part twice. The card's own activity is one of them when it holds there.
   */
  readonly doubles: readonly string[]
}

export type ClaimRefusal = 'card_taken' | 'own_card' | 'card_void' | 'already_registered'

/** `first` is false when the same resident taps 是我 again. */
export interface Claim {
  readonly first: boolean
}

/**
 * 是我: may this resident take over the record that a card stands for? The first to say so; tapping again
 * is fine. Who takes part already gets `already_registered` with the activities, and the sender is told to
 * drop the double. The refusal says nothing about anybody else.
 */
export function decideClaiming(
  card: CardFacts,
  claimantId: string,
  now: Instant,
): Result<Claim, ClaimRefusal> {
  if (card.claimedBy === claimantId) return accept({ first: false })
  if (card.claimedBy !== null) return refuse('card_taken')
  if (card.senderId === claimantId) return refuse('own_card')
  if (card.memberCancelled || now >= card.validUntil) return refuse('card_void')
  if (card.doubles.length > 0) return refuse('already_registered', { activities: card.doubles })
  return accept({ first: true })
}
