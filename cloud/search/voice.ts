import type { SearchField } from '../../core/domain/search/document'
import { plain } from '../../core/domain/search/plain'
import type { SpokenText } from '../repositories/search/sources/source'

/** Reads texts aloud. */
export interface Voice {
  readonly spoken: (text: SpokenText) => SearchField
  /** How single characters are read, the commonest way. */
  readonly readCharacters: (characters: readonly string[]) => readonly string[]
}

/**
 * Half a megabyte of readings, loaded by whoever makes documents and by nobody else. 绿 is read `lv`, as it is typed.
 */
export async function openVoice(): Promise<Voice> {
  const { pinyin } = await import('pinyin-pro')
  const words = new Intl.Segmenter('zh', { granularity: 'word' })
  const readingsOf = (text: string): readonly string[] =>
    pinyin(text, { toneType: 'none', type: 'array', v: true })
  return {
    spoken: ({ role, text }) => ({
      role,
      text,
      sounds: role === 'text' ? '' : soundsOf(text, words, readingsOf),
    }),
    readCharacters: (characters) => characters.map((character) => readingsOf(character)[0] ?? ''),
  }
}

/**
 * Read as a whole, because 行 in 银行 and 行人 is read differently; then given to the characters that are compared,
 * word by word.
 */
function soundsOf(
  text: string,
  words: Intl.Segmenter,
  readingsOf: (text: string) => readonly string[],
): string {
  const readings = readingsOf(text)
  // One reading for each character as people count them; without that it is unknown which belongs to which.
  const characters = Array.from(text)
  if (readings.length !== characters.length || characters.length !== text.length) return ''
  const { text: readable, origin } = plain(text)
  const starts = new Set(Array.from(words.segment(text), ({ index }) => index))
  let sounds = ''
  let begins = false
  for (let at = 0, seen = 0; at < readable.length; at += 1) {
    const index = origin[at] ?? 0
    for (; seen <= index; seen += 1) begins ||= starts.has(seen)
    const syllable = syllableOf(readable.charAt(at), readings[index])
    sounds += `${at === 0 ? '' : begins ? '|' : ' '}${syllable}`
    begins = false
  }
  return sounds
}

/** A letter or digit reads as itself. */
const syllableOf = (character: string, reading: string | undefined): string =>
  /^[a-z0-9]$/.test(character) || reading === undefined || !/^[a-z]+$/.test(reading) ? character : reading
