import type { FieldRole, SearchField } from '../document'
import { plain, type Plain } from '../plain'

/** A field, taken apart for comparing. */
export interface OpenField {
  readonly role: FieldRole
  readonly original: string
  readonly plain: Plain
  /** A syllable for each character of `plain.text`; empty where it is not looked for by letters. */
  readonly syllables: readonly string[]
  /** Indexes at which a word begins, the first among them. */
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
    syllables: fits ? syllables : [],
    starts: fits ? starts : [],
  }
}
