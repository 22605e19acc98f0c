import type { Instant } from '../../kernel/shanghai-time'
import type { ScanMode } from './scan/scan'

/** `repeat` answers with the first time; `flagged` is a second gift that two phones without network gave. */
export type GiftOutcome = 'first' | 'repeat' | 'flagged'

/** 礼品已领: once per head. What was given without network was given; the first record stands. */
export function giftOutcome(firstAt: Instant | null, mode: ScanMode): GiftOutcome {
  if (firstAt === null) return 'first'
  return mode === 'upload' ? 'flagged' : 'repeat'
}
