import { accept, refuse, type Result } from '../../../kernel/result'
import { instant, type Instant } from '../../../kernel/shanghai-time'
import type { RollingCode } from './code'

/** A screen shows a new code every 15 s. */
export const SLOT_MS = 15_000

export const slotAt = (moment: Instant): number => Math.floor(moment / SLOT_MS)
export const slotStart = (slot: number): Instant => instant(slot * SLOT_MS)

/** What is known of the screen that a code names, and whether its key made the code. */
export interface ScreenFacts {
  readonly revoked: boolean
  readonly genuine: boolean
}

export type RollingRefusal =
  'code_unknown' | 'code_forged' | 'revoked_screen' | 'code_future' | 'code_expired'

/** Was this code never ours? A screen that nobody paired, or a code that its key did not make. */
export function refuseForeign(screen: ScreenFacts | null): 'code_unknown' | 'code_forged' | null {
  if (screen === null) return 'code_unknown'
  return screen.genuine ? null : 'code_forged'
}

/**
 * May this code be opened now? From one slot before its own to the end of the one after: `[slot − 1, slot + 2)`
 * in starts of slots, so that a slow network and a clock some seconds off do no harm.
 */
export function judgeRolling(
  code: Pick<RollingCode, 'slot'>,
  screen: ScreenFacts | null,
  now: Instant,
): Result<null, RollingRefusal> {
  const foreign = refuseForeign(screen)
  if (foreign !== null) return refuse(foreign)
  if (screen?.revoked === true) return refuse('revoked_screen')
  if (now < slotStart(code.slot - 1)) return refuse('code_future')
  return now >= slotStart(code.slot + 2) ? refuse('code_expired') : accept(null)
}
