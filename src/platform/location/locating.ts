import type { Wgs84 } from '../../../core/kernel/units'

/**
 * Where the phone is, or why it does not say. `privacy` means that the resident has not agreed to the
 * privacy rules yet: ask in place, then locate again. Nothing of this leaves the phone.
 */
export type Located =
  | { readonly kind: 'located'; readonly position: Wgs84 }
  | { readonly kind: 'not-located'; readonly why: 'privacy' | 'denied' | 'unavailable' }

export const LOCATE_TIMEOUT_MS = 10_000
