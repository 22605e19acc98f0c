import { accept, refuse, type Result } from '../../../kernel/result'
import { instant, type Instant } from '../../../kernel/shanghai-time'
import type { RuleSettings } from '../../activity/rule-settings'
import type { PresenceGrade } from '../../registration/queue/cool-down'

const MINUTE = 60_000

/** What the landing page gets for a code at once, so that slow hands lose nothing. */
export interface ReceiptFacts {
  readonly openedAt: Instant
  /** Who confirmed it; `null` while nobody did. */
  readonly takenBy: string | null
}

/** First instant at which a receipt can no longer be confirmed. */
export const receiptEnds = (openedAt: Instant, { receiptMinutes }: Pick<RuleSettings, 'receiptMinutes'>) =>
  instant(openedAt + receiptMinutes * MINUTE)

/**
 * What a confirmation is worth. A live code proves that somebody stood before the screen for the minutes of its
 * receipt, by the clock of the backend: what is confirmed later is worth what a late upload is, whatever the phone says.
 */
export const gradeAtConfirming = (
  { grade, openedAt }: Pick<ReceiptFacts, 'openedAt'> & { readonly grade: PresenceGrade },
  received: Instant,
  rules: Pick<RuleSettings, 'receiptMinutes'>,
): PresenceGrade => (grade === 'rolling' && received >= receiptEnds(openedAt, rules) ? 'rolling_late' : grade)

/** May this resident confirm the receipt now? Within 10 minutes of its opening, and if nobody else did before. */
export function decideTaking(
  receipt: ReceiptFacts,
  residentId: string,
  now: Instant,
  rules: Pick<RuleSettings, 'receiptMinutes'>,
): Result<null, 'receipt_taken' | 'code_expired'> {
  if (receipt.takenBy !== null && receipt.takenBy !== residentId) return refuse('receipt_taken')
  return now >= receiptEnds(receipt.openedAt, rules) ? refuse('code_expired') : accept(null)
}

/** Twenty a second: more than come in at the doors of any hall on its fullest day. */
const RECEIPTS_A_MINUTE = 1_200

/** May one more receipt be given at a place? @param given how many were for the same kind of code within the last minute */
export const mayGiveReceipt = (given: number): boolean => given < RECEIPTS_A_MINUTE
