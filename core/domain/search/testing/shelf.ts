import type { FieldRole, SearchDocument, SearchField } from '../document'
import { openDocument } from '../matching/match'
import { readQuery, type SoundOf } from '../query'
import { rank } from '../rank'

/** `role|text|sounds`; the words of sounds divided by `/`: `name|金梅园|jin/mei yuan`. */
export function field(written: string): SearchField {
  const [role = '', text = '', sounds = ''] = written.split('|')
  return { role: role as FieldRole, text, sounds: sounds.replaceAll('/', '|') }
}

export const document = (
  id: string,
  [title, ...others]: readonly [string, ...string[]],
  given: Partial<SearchDocument> = {},
): SearchDocument => ({
  kind: 'office',
  id,
  gone: false,
  standing: 0,
  fields: [field(title), ...others.map(field)],
  ...given,
})

const READINGS: Readonly<Record<string, string>> = { 每: 'mei', 今: 'jin', 金: 'jin', 园: 'yuan', 院: 'yuan' }
export const soundOf: SoundOf = (character) => READINGS[character] ?? null

/** Ids in the order of the ranking. */
export const idsFor = (typed: string, documents: readonly SearchDocument[]): readonly string[] =>
  rank(documents.map(openDocument), readQuery(typed, soundOf)).found.map(({ document: { id } }) => id)
