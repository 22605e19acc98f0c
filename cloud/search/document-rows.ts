import type { SearchField } from '../../core/domain/search/document'
import { documentTerms } from '../../core/domain/search/terms'
import type { DocumentRow } from '../repositories/search/documents'
import type { Source } from '../repositories/search/sources/source'
import type { Voice } from './voice'

/** Of a long article its beginning; what is further down is not what it is about. */
const LONGEST_TEXT = 300

/** What is kept of a source: its texts with their readings, and the terms by which it is found. */
export function documentRow(one: Source, voice: Voice): DocumentRow {
  const { kind, id, standing, gone, endsAt, about, offices } = one
  const fields = fieldsOf(one, voice)
  const terms = documentTerms({ kind, id, standing, gone, fields })
  return { kind, id, standing, gone, endsAt, fields, about, offices, terms }
}

function fieldsOf({ title, texts }: Source, voice: Voice): [SearchField, ...SearchField[]] {
  const others = texts.map(({ role, text }) => voice.spoken({ role, text: text.slice(0, LONGEST_TEXT) }))
  return [voice.spoken({ role: 'name', text: title }), ...others]
}
