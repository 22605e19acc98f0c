import type { FieldRole, SearchField } from '../document'
import { spokenNumber } from '../numbers'
import { isInNumber, plain, type Plain } from '../plain'

/** A field, taken apart for comparing. */
export interface OpenField {
  readonly role: FieldRole
  readonly original: string
  readonly plain: Plain
  /** Indexes at which a word begins, the first among them; empty where it is not looked for by letters. */
  readonly starts: readonly number[]
  /** Ways to read it aloud: a digit as it is typed, and numbers as they are spoken; empty like `starts`. */
  readonly readings: readonly Reading[]
}

export interface Reading {
  readonly syllables: readonly string[]
  /** For each syllable the index of its first character in `plain.text`, and behind the last one the length. */
  readonly at: readonly number[]
  /** Indexes of syllables with which a word begins. */
  readonly starts: readonly number[]
}

export function openField({ role, text, sounds }: SearchField): OpenField {
  const syllables: string[] = []
  const starts: number[] = []
  const readable = plain(text)
  if (sounds !== '') {
    for (const word of sounds.split('|')) {
      starts.push(syllables.length)
      syllables.push(...word.split(' '))
    }
  }
  // Sounds that do not fit their text would mark the wrong characters: better none.
  const fits = syllables.length === readable.text.length
  return {
    role,
    original: text,
    plain: readable,
    starts: fits ? starts : [],
    readings: fits && sounds !== '' ? readingsOf(readable, syllables, starts) : [],
  }
}

function readingsOf(
  text: Plain,
  syllables: readonly string[],
  starts: readonly number[],
): readonly Reading[] {
  const typed = { syllables, at: [...syllables.keys(), syllables.length], starts }
  if (!/\d/.test(text.text)) return [typed]
  const spoken = [0, 1].map((way) => spokenReading(text, syllables, starts, way))
  const ways = [typed, ...spoken].map((reading) => ({ reading, key: reading.syllables.join(' ') }))
  return ways
    .filter(({ key }, index) => ways.findIndex((other) => other.key === key) === index)
    .map(({ reading }) => reading)
}

/** Each number read in its first or its second way, where it has two. */
function spokenReading(
  text: Plain,
  syllables: readonly string[],
  starts: readonly number[],
  way: number,
): Reading {
  const read: { syllables: string[]; at: number[]; starts: number[] } = { syllables: [], at: [], starts: [] }
  for (let from = 0; from < syllables.length;) {
    let to = from + 1
    while (isInNumber(text, to)) to += 1
    const digits = text.text.slice(from, to)
    const ways = /^\d+$/.test(digits) ? spokenNumber(digits) : []
    const said = ways[way] ?? ways[0] ?? syllables.slice(from, to)
    if (starts.includes(from)) read.starts.push(read.syllables.length)
    said.forEach((syllable, index) => {
      read.syllables.push(syllable)
      read.at.push(Math.min(from + index, to - 1))
    })
    from = to
  }
  read.at.push(text.text.length)
  return read
}
