import { accept, refuse, type Result } from '../../kernel/result'
import { instant, type Instant } from '../../kernel/shanghai-time'

const PAIRING_MS = 10 * 60_000
/** Whoever does not see the screen does not get to try all hundred. */
const WRONG_TRIES = 3

/** A screen waits 10 minutes to be paired, and its key can be collected as long. */
export const pairingEnds = (startedAt: Instant): Instant => instant(startedAt + PAIRING_MS)

/** What was started before this is over: `startedAt` must be later. */
export const pairingsSince = (now: Instant): Instant => instant(now - PAIRING_MS)

export interface PairingFacts {
  readonly digits: string
  readonly wrongTries: number
  readonly startedAt: Instant
  readonly screenId: string | null
}

/** May staff pair this screen? With the two digits that it shows, within 10 minutes, once, and after two wrong tries at most. */
export function decidePairing(
  pairing: PairingFacts | null,
  digits: string,
  now: Instant,
): Result<null, 'pairing_expired' | 'wrong_digits'> {
  if (pairing === null || pairing.screenId !== null || now >= pairingEnds(pairing.startedAt))
    return refuse('pairing_expired')
  if (pairing.wrongTries >= WRONG_TRIES) return refuse('pairing_expired')
  if (digits === pairing.digits) return accept(null)
  return refuse('wrong_digits', { left: WRONG_TRIES - pairing.wrongTries - 1 })
}

/** A wall screen asks once a minute; after three it may be switched off or cut off. */
export const SCREEN_SILENT_MS = 3 * 60_000

export const isSilent = (seenAt: Instant | null, now: Instant): boolean =>
  seenAt === null || now - seenAt >= SCREEN_SILENT_MS
