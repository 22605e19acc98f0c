import {
  parseCode,
  parseScene,
  shortForm,
  type PlaceCode,
  type PosterCode,
} from '../../../core/domain/check-in/codes/code'

/** What a scanned text is, as far as it tells by itself. The backend alone knows whether a code is real. */
export type ReadCode =
  | { readonly kind: 'place'; readonly code: string; readonly isPoster: boolean }
  /** For staff: a screen that waits to be paired. */
  | { readonly kind: 'pairing'; readonly pairingId: string }
  /** Ours, but not for this page: a resident's ticket for staff. */
  | { readonly kind: 'ticket' | 'foreign' }

export function readCode(text: string): ReadCode {
  const code = parseCode(text)
  if (code === null) return { kind: 'foreign' }
  if (code.kind === 'pairing') return { kind: 'pairing', pairingId: code.pairingId }
  return code.kind === 'ticket' ? { kind: 'ticket' } : placeOf(code)
}

/** How WeChat hands over a code at the start of the scan page, and our own scanner as `code`. */
export function codeIn({ code, q, scene }: Readonly<Record<string, string>>): ReadCode | null {
  if (code !== undefined && code !== '') return readCode(code)
  if (q !== undefined && q !== '') return readCode(q)
  if (scene === undefined || scene === '') return null
  const poster: PosterCode | null = parseScene(scene)
  return poster === null ? { kind: 'foreign' } : placeOf(poster)
}

const placeOf = (code: PlaceCode): ReadCode => ({
  kind: 'place',
  code: shortForm(code),
  isPoster: code.kind === 'poster',
})
