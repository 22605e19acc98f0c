/** Characters of a query that are read; the contract refuses longer ones. */
export const LONGEST_QUERY = 40

/** What can be found, in the order in which equals stand. */
export const SEARCH_KINDS = ['office', 'service', 'facility', 'activity', 'word', 'news'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/**
 * What a text says about its document, from the weightiest to the lightest: its name; what it is; a word
 * that people use for such things; what it handles; another name; a compound that it serves, for certain or by an estimate; where it is; what is written about it.
 */
export type FieldRole =
  'name' | 'kind' | 'related' | 'service' | 'alias' | 'compound' | 'likely-compound' | 'place' | 'text'

export interface SearchField {
  readonly role: FieldRole
  /** As people read it. */
  readonly text: string
  /**
   * How it is read aloud, a syllable for each character that `plain` leaves: words divided by `|`, syllables by a
   * blank ("jin|mei yuan"). Empty where nobody looks for it by letters.
   */
  readonly sounds: string
}

/** One thing that can be found, as server and phone rank it. */
export interface SearchDocument {
  readonly kind: SearchKind
  /** Of the thing within its kind; of an activity that recurs, of its series. */
  readonly id: string
  /** Closed or moved for good: stands behind everything that is still there. */
  readonly gone: boolean
  /** Among equals the smaller one stands first. */
  readonly standing: number
  /** The first one is the title. */
  readonly fields: readonly [SearchField, ...SearchField[]]
}
