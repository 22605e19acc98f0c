import { isOneSlip } from '../../../shapes/one-slip'
import { isInNumber, numbersOf } from '../plain'
import type { OpenField } from './field'
import type { Hit } from './hit'

/** Below these lengths one slip may be anything. */
export const SHORTEST_SLIP = { letters: 5, characters: 3 } as const
/** Of three characters one may be another; only of more one may be missing or too many. */
const SHORTEST_SHIFT = 4

/** One wrong letter in pinyin that is written out, from the beginning of a word: jinmiyuan. Numbers are never slips. */
export function findLetterSlip(letters: string, { role, readings }: OpenField): Hit | null {
  if (role === 'place' || letters.length < SHORTEST_SLIP.letters) return null
  const numbers = numbersOf(letters)
  for (const { syllables, starts, at } of readings) {
    for (const from of starts) {
      let read = ''
      for (let to = from; to < syllables.length && read.length <= letters.length; to += 1) {
        read += syllables[to] ?? ''
        if (isOneSlip(letters, read, true) && numbersOf(read) === numbers)
          return { agreement: 'slip', from: at[from] ?? 0, to: at[to + 1] ?? 0 }
      }
    }
  }
  return null
}

/** One wrong character anywhere in a name: 加装电题. Another number is another thing: 梧桐八村 is not 梧桐一村. */
export function findCharacterSlip(text: string, { role, plain }: OpenField): Hit | null {
  if (role === 'text' || role === 'place' || text.length < SHORTEST_SLIP.characters) return null
  const shift = text.length >= SHORTEST_SHIFT ? 1 : 0
  const numbers = numbersOf(text)
  for (let from = 0; from < plain.text.length; from += 1) {
    if (isInNumber(plain, from)) continue
    for (let length = text.length + shift; length >= text.length - shift; length -= 1) {
      const to = from + length
      const piece = plain.text.slice(from, to)
      if (piece.length !== length || isInNumber(plain, to) || numbersOf(piece) !== numbers) continue
      if (isOneSlip(text, piece, false)) return { agreement: 'slip', from, to }
    }
  }
  return null
}
