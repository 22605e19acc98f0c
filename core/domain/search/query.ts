import { withoutInvisible } from '../../shapes/invisible'
import { LONGEST_QUERY } from './document'
import { isLetters, plain } from './plain'

/** Words of a query that are read. */
export const MOST_PARTS = 6

/** A piece of what was typed, between blanks and signs. */
export interface QueryPart {
  /** Plain: small letters, digits, characters. */
  readonly text: string
  /** Pinyin, with or without numbers in it. */
  readonly isLetters: boolean
  /** Characters and pinyin in one: 梧桐8cun. */
  readonly isMixed: boolean
  /** How its characters are read, one syllable each; `null` where one of them is not known, and for letters. */
  readonly sounds: readonly string[] | null
}

/** How one character is read; `null` where nobody told. */
export type SoundOf = (character: string) => string | null

/**
 * Reads what somebody typed. Letters with blanks between them are one piece: "jin mei yuan" is how some keyboards
 * write 金梅园, and "wutong 1 cun" 梧桐一村.
 */
export function readQuery(typed: string, soundOf: SoundOf = () => null): readonly QueryPart[] {
  const words = pieces(typed.slice(0, LONGEST_QUERY))
  const joined =
    words.length > 1 && words.some(isLetters) && words.every(isSpelled)
      ? [words.join('')]
      : words.slice(0, MOST_PARTS)
  return joined.map((text) => queryPart(text, soundOf))
}

const isSpelled = (word: string): boolean => isLetters(word) || /^\d+$/.test(word)

/** One piece of plain text. */
export const queryPart = (text: string, soundOf: SoundOf = () => null): QueryPart => ({
  text,
  isLetters: isLetters(text),
  isMixed: !isLetters(text) && /[a-z]/.test(text),
  sounds: soundsOf(text, soundOf),
})

/** What was typed as plain text, piece by piece: signs between two characters divide, and nothing else does. */
export function pieces(typed: string): readonly string[] {
  const { text, origin, last } = plain(typed)
  const found: string[] = []
  let from = 0
  for (let index = 1; index <= text.length; index += 1) {
    const apart = (origin[index] ?? Infinity) - (last[index - 1] ?? 0) > 1
    if (!apart && index < text.length) continue
    found.push(text.slice(from, index))
    from = index
  }
  return found.filter((piece) => piece !== '')
}

function soundsOf(text: string, soundOf: SoundOf): readonly string[] | null {
  if (isLetters(text)) return null
  const sounds = Array.from(text, (character) =>
    /[a-z0-9]/.test(character) ? character : soundOf(character),
  )
  return sounds.includes(null) ? null : (sounds as string[])
}

// eslint-disable-next-line no-control-regex -- the very characters that must not get out
const UNSENDABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/gu

/** What was typed as it can be asked: one line without control characters and half characters, not too long. */
export const askable = (typed: string): string =>
  withoutInvisible(typed).trim().slice(0, LONGEST_QUERY).replace(UNSENDABLE, ' ').trim()
