import type { Neighbourhood, OfficeSummary, Service } from '../../../core/domain/office/office'

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
  const words = need
    .toLowerCase()
    .split(/[\s,，、]+/)
    .filter(Boolean)
  const place = [
    office.name,
    office.shortName,
    office.address,
    office.landmark,
    neighbourhoodName(office, neighbourhoods),
  ]
    .filter((text) => text !== null)
    .join(' ')
    .toLowerCase()
  const offered = services.filter(({ id }) => office.serviceIds.includes(id))
  return words.every((word) => place.includes(word) || offered.some((service) => namesService(word, service)))
}

function namesService(word: string, { name, alsoCalled, description }: Service): boolean {
  const names = [name, ...alsoCalled].map((text) => text.toLowerCase())
  return (
    names.some((known) => known.includes(word) || (known.length >= 2 && word.includes(known))) ||
    (description?.toLowerCase().includes(word) ?? false)
  )
}

const neighbourhoodName = (
  { neighbourhoodId }: OfficeSummary,
  all: readonly Neighbourhood[],
): string | null => all.find(({ id }) => id === neighbourhoodId)?.name ?? null
