import type { Neighbourhood, OfficeSummary, Service } from '../../../core/domain/office/office'
import { plain } from '../../../core/domain/search/plain'
import { readQuery } from '../../../core/domain/search/query'

/** What a search looks through. */
export interface Searchable {
  readonly services: readonly Service[]
  readonly neighbourhoods: readonly Neighbourhood[]
}

/**
 * Whether every word that was typed is found at this office: in its names, its place, or in what it handles,
 * by any of the words that people use for it. A typed word may also contain a service's word, so that
 * 加装电梯怎么办 finds 加装电梯. O(services + words).
 */
export function handlesNeed(
  office: OfficeSummary,
  need: string,
  { services, neighbourhoods }: Searchable,
): boolean {
  const place = [
    office.name,
    office.shortName,
    office.address,
    office.landmark,
    neighbourhoodName(office, neighbourhoods),
  ].map(readable)
  const offered = services.filter(({ id }) => office.serviceIds.includes(id))
  return readQuery(need).every(
    ({ text }) =>
      place.some((known) => known.includes(text)) || offered.some((service) => namesService(text, service)),
  )
}

function namesService(word: string, { name, alsoCalled, description }: Service): boolean {
  return (
    [name, ...alsoCalled]
      .map(readable)
      .some((known) => known.includes(word) || (known.length >= 2 && word.includes(known))) ||
    readable(description).includes(word)
  )
}

const readable = (text: string | null): string => plain(text ?? '').text

const neighbourhoodName = (
  { neighbourhoodId }: OfficeSummary,
  all: readonly Neighbourhood[],
): string | null => all.find(({ id }) => id === neighbourhoodId)?.name ?? null
