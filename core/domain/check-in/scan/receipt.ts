import { accept, refuse, type Result } from '../../../kernel/result'
import { instant, type Instant } from '../../../kernel/shanghai-time'
import type { RuleSettings } from '../../activity/rule-settings'

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
