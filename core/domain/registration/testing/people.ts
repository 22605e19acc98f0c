import { identityOf, type PersonRecord } from '../party'

/** A person as a resident keeps it: themselves, or somebody of the family. */
export interface Acquaintance extends PersonRecord {
  readonly ownerId: string
  readonly birthYear: number
}

const adult = (id: string, keptBy: string, linkedTo: string | null = null): Acquaintance => ({
  id,
  ownerId: keptBy,
  linkedTo,
  birthYear: 1958,
})
const child = (id: string, keptBy: string): Acquaintance => ({
  id,
  ownerId: keptBy,
  linkedTo: null,
  birthYear: 2019,
})

/**
 * A street's worth of families. The mother is a resident herself and kept by daughter and son; the
 * grandfather is kept by two and linked to nobody yet.
 */
export const ACQUAINTANCES: readonly Acquaintance[] = [
  adult('daughter', 'daughter'),
  adult('daughter:mother', 'daughter', 'mother'),
  child('daughter:child', 'daughter'),
  child('daughter:baby', 'daughter'),
  adult('daughter:grandfather', 'daughter'),
  adult('mother', 'mother'),
  adult('mother:grandfather', 'mother'),
  adult('son', 'son'),
  adult('son:mother', 'son', 'mother'),
  child('son:child', 'son'),
  adult('son:wife', 'son'),
  adult('grandfather', 'grandfather'),
  adult('neighbour', 'neighbour'),
  adult('neighbour:husband', 'neighbour'),
  adult('stranger', 'stranger'),
]

export const RESIDENTS: readonly string[] = [...new Set(ACQUAINTANCES.map(({ ownerId: keptBy }) => keptBy))]

/** Who a record is, under the links that were made so far. */
export const whoIs = (record: Acquaintance, links: ReadonlyMap<string, string>): string =>
  identityOf({ id: record.id, linkedTo: links.get(record.id) ?? record.linkedTo })
