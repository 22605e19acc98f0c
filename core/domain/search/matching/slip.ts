import type { OpenField } from './field'
import type { Hit } from './hit'

/** Below these lengths one slip may be anything. */
export const SHORTEST_SLIP = { letters: 5, characters: 3 } as const
/** Of three characters one may be another; only of more one may be missing or too many. */
const SHORTEST_SHIFT = 4

/**
 * Whether one is the other with one place changed, missing or too many; of letters also with two neighbours
 * exchanged. O(length).
 */
function isOneSlip(one: string, other: string, exchanges: boolean): boolean {
  const short = one.length <= other.length ? one : other
  const long = short === one ? other : one
  if (long.length - short.length > 1) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same += 1
  if (short.length < long.length) return short.slice(same) === long.slice(same + 1)
  if (same === short.length) return false
  if (short.slice(same + 1) === long.slice(same + 1)) return true
  return (
    exchanges &&
    short[same] === long[same + 1] &&
    short[same + 1] === long[same] &&
    short.slice(same + 2) === long.slice(same + 2)
  )
}

/** One wrong letter in pinyin that is written out, from the beginning of a word: jinmiyuan. */
export function findLetterSlip(letters: string, { role, syllables, starts }: OpenField): Hit | null {
  if (role === 'place' || letters.length < SHORTEST_SLIP.letters) return null
  for (const from of starts) {
    let read = ''
    for (let to = from; to < syllables.length && read.length <= letters.length; to += 1) {
      read += syllables[to] ?? ''
      if (isOneSlip(letters, read, true)) return { agreement: 'slip', from, to: to + 1 }
    }
  }
  return null
}

/** One wrong character anywhere in a name: 加装电题. */
export function findCharacterSlip(text: string, { role, plain }: OpenField): Hit | null {
  if (role === 'text' || role === 'place' || text.length < SHORTEST_SLIP.characters) return null
  const shift = text.length >= SHORTEST_SHIFT ? 1 : 0
  for (let from = 0; from < plain.text.length; from += 1) {
    for (let length = text.length + shift; length >= text.length - shift; length -= 1) {
      const piece = plain.text.slice(from, from + length)
      if (piece.length === length && isOneSlip(text, piece, false))
        return { agreement: 'slip', from, to: from + length }
    }
  }
  return null
}
