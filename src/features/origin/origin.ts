import type { Compound } from '../../../core/domain/office/office'
import type { Wgs84 } from '../../../core/kernel/units'

/** From where "nearest" is reckoned. A position lives in memory only and never leaves the phone. */
export type Origin =
  | { readonly kind: 'none' }
  | { readonly kind: 'position'; readonly position: Wgs84 }
  | { readonly kind: 'compound'; readonly compound: Compound }

/** What this phone remembers of it. */
export interface OriginChoice {
  /** The whole record, so that the nearest office shows without asking for the list of compounds. */
  readonly compound: Compound | null
  /** The resident let us use the position once: it is read again without asking. */
  readonly usesPosition: boolean
}

export const NO_ORIGIN_CHOICE: OriginChoice = { compound: null, usesPosition: false }

export function isOriginChoice(found: unknown): found is OriginChoice {
  if (typeof found !== 'object' || found === null) return false
  const { compound, usesPosition } = found as Partial<OriginChoice>
  return typeof usesPosition === 'boolean' && (compound === null || typeof compound?.name === 'string')
}

/** A fresh position counts more than the compound that was once chosen. */
export function originOf({ compound }: OriginChoice, position: Wgs84 | null): Origin {
  if (position !== null) return { kind: 'position', position }
  return compound === null ? { kind: 'none' } : { kind: 'compound', compound }
}
