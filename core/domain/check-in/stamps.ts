import type { Instant } from '../../kernel/shanghai-time'

/**
 * One stamp per distinct place, from the first visit that stands; earliest first. O(n log n).
 * @param placeOf tells places apart
 */
export function stampsOf<Visit extends { readonly at: Instant }>(
  visits: readonly Visit[],
  placeOf: (visit: Visit) => string,
): readonly Visit[] {
  const first = new Map<string, Visit>()
  for (const visit of [...visits].sort((one, other) => one.at - other.at)) {
    if (!first.has(placeOf(visit))) first.set(placeOf(visit), visit)
  }
  return [...first.values()]
}

/** Places that belong together; complete when each has a stamp. Nobody is counted against anybody. */
export interface StampSet {
  readonly id: string
  readonly placeIds: readonly string[]
}

export interface SetProgress {
  readonly id: string
  readonly collected: number
  readonly total: number
}

/** How far each set has come; a stamp of a place that is in no set any more changes none. */
export function progressOf(sets: readonly StampSet[], stamped: ReadonlySet<string>): readonly SetProgress[] {
  return sets.map(({ id, placeIds }) => ({
    id,
    collected: placeIds.filter((placeId) => stamped.has(placeId)).length,
    total: placeIds.length,
  }))
}
