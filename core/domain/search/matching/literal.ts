import { isInNumber, placeOf } from '../plain'
import type { OpenField } from './field'
import type { Hit } from './hit'

/** One character alone says nothing about a long text. */
const SHORTEST_IN_TEXT = 2
/** Characters of a name that is looked for inside a question. */
export const SHORTEST_NAMED = 2
export const LONGEST_NAMED = 12

/**
 * The piece as it stands in the field: whole, at its beginning, at the beginning of a word, anywhere. It never begins in
 * the middle of a number; where it ends there (somebody is still typing) it stands behind what has the whole number.
 */
export function findLiteral(text: string, { role, plain, starts }: OpenField): Hit | null {
  if (role === 'text' && text.length < SHORTEST_IN_TEXT) return null
  const places = placesOf(text, plain)
  const [anywhere] = places
  if (anywhere === undefined) return null
  const uncut = places.filter((from) => !isInNumber(plain, from + text.length))
  const [first] = uncut
  if (first === undefined) return { agreement: 'inside', from: anywhere, to: anywhere + text.length }
  // How a text happens to begin says nothing.
  if (role === 'text') return { agreement: 'inside', from: first, to: first + text.length }
  if (first === 0) {
    return { agreement: plain.text.length === text.length ? 'exact' : 'prefix', from: 0, to: text.length }
  }
  const atWord = uncut.find((from) => starts.includes(from))
  const from = atWord ?? first
  return { agreement: atWord === undefined ? 'inside' : 'wordStart', from, to: from + text.length }
}

function placesOf(text: string, plain: OpenField['plain']): readonly number[] {
  const places: number[] = []
  for (let at = placeOf(text, plain); at >= 0; at = placeOf(text, plain, at + 1)) places.push(at)
  return places
}

/** The field as it stands in the piece: who asks 加装电梯怎么办 means 加装电梯. */
export function findNamed(text: string, { role, plain }: OpenField): Hit | null {
  if (role === 'text' || role === 'place') return null
  const { length } = plain.text
  if (length < SHORTEST_NAMED || length > LONGEST_NAMED) return null
  const at = text.indexOf(plain.text)
  if (at < 0 || cutsNumber(text, at) || cutsNumber(text, at + length)) return null
  return { agreement: 'named', from: 0, to: length }
}

/** Whether a number of what was typed would be cut at this place. */
export const cutsNumber = (text: string, at: number): boolean => /^\d\d$/.test(text.slice(at - 1, at + 1))
