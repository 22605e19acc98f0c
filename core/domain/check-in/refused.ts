/** How somebody tried to check in. */
export type ScanKind = 'poster' | 'rolling' | 'ticket' | 'number' | 'walk-in' | 'unknown'

/** Why a scan was turned away, as it is logged: with place, time and kind, and without a person. */
export const REFUSED_REASONS = [
  'code_unknown',
  'code_forged',
  'code_expired',
  'code_future',
  'revoked_screen',
  'place_closed',
  'activity_not_now',
  'not_registered',
  'cancelled',
  'no_room',
] as const
export type RefusedReason = (typeof REFUSED_REASONS)[number]

/** The reason that a refusal is logged with; a withdrawn activity counts as cancelled, others are no scan's. */
export function reasonOf(refusal: string): RefusedReason | null {
  if (refusal === 'activity_withdrawn') return 'cancelled'
  return REFUSED_REASONS.find((reason) => reason === refusal) ?? null
}
