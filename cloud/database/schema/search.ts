import type { Generated, JSONColumnType } from 'kysely'
import type { SearchField, SearchKind } from '../../../core/domain/search/document'
import type { NullableMoment } from './columns'

/** What one thing can be found by. Rebuilt from its source at any time. */
export interface SearchDocumentTable {
  kind: SearchKind
  id: string
  standing: number
  gone: boolean
  /** When there is nothing left to go to; null for what stays. */
  ends_at: NullableMoment
  fields: JSONColumnType<readonly SearchField[]>
  about: string | null
  /** Short names of the offices that handle a service. */
  offices: string[]
  terms: string[]
}

/** Whose source has changed since its document was made. Only grows at one end, so that no writer waits for another. */
export interface SearchStaleTable {
  number: Generated<number>
  kind: SearchKind
  id: string
}

/** How a character is read, the commonest way. */
export interface SearchSoundTable {
  character: string
  sound: string
}

export interface SearchTables {
  search_document: SearchDocumentTable
  search_stale: SearchStaleTable
  search_sound: SearchSoundTable
}
