import type { OpenField } from './field'
import type { Hit } from './hit'

/** One character alone says nothing about a long text. */
const SHORTEST_IN_TEXT = 2
/** Characters of a name that is looked for inside a question. */
export const SHORTEST_NAMED = 2
export const LONGEST_NAMED = 12

/** The piece as it stands in the field: whole, at its beginning, at the beginning of a word, anywhere. */
export function findLiteral(text: string, { role, plain, starts }: OpenField): Hit | null {
  if (role === 'text' && text.length < SHORTEST_IN_TEXT) return null
  const first = plain.text.indexOf(text)
  if (first < 0) return null
  // How a text happens to begin says nothing.
  if (role === 'text') return { agreement: 'inside', from: first, to: first + text.length }
  if (first === 0) {
    return { agreement: plain.text.length === text.length ? 'exact' : 'prefix', from: 0, to: text.length }
  }
  const atWord = starts.find((start) => start > 0 && plain.text.startsWith(text, start))
  const from = atWord ?? first
  return { agreement: atWord === undefined ? 'inside' : 'wordStart', from, to: from + text.length }
}

/** The field as it stands in the piece: who asks 加装电梯怎么办 means 加装电梯. */
export function findNamed(text: string, { role, plain }: OpenField): Hit | null {
  if (role === 'text' || role === 'place') return null
  const { length } = plain.text
  if (length < SHORTEST_NAMED || length > LONGEST_NAMED || !text.includes(plain.text)) return null
  return { agreement: 'named', from: 0, to: length }
}
