import type { FieldRole, SearchDocument, SearchKind } from '../../../../core/domain/search/document'
import type { Instant } from '../../../../core/kernel/shanghai-time'

/** A text of a document, before it is read aloud. */
export interface SpokenText {
  readonly role: FieldRole
  readonly text: string
}

/** What a source has to say about one thing that can be found. */
export interface Source extends Pick<SearchDocument, 'kind' | 'id' | 'standing' | 'gone'> {
  /** When there is nothing left to go to; null for what stays. */
  readonly endsAt: Instant | null
  readonly about: string | null
  readonly offices: readonly string[]
  readonly title: string
  readonly texts: readonly SpokenText[]
}

/** The things of one kind by their ids; what is gone, or not to be shown, is left out. */
export type ReadSources = (ids: readonly string[]) => Promise<readonly Source[]>

export const source = (
  kind: SearchKind,
  given: Pick<Source, 'id' | 'standing' | 'title' | 'texts'> & Partial<Source>,
): Source => ({ kind, gone: false, endsAt: null, about: null, offices: [], ...given })

/** Each text once in its role, empty ones left out. */
export const texts = (role: FieldRole, ...all: readonly (string | null)[]): readonly SpokenText[] =>
  [...new Set(all)].flatMap((text) => (text === null || text === '' ? [] : [{ role, text }]))
