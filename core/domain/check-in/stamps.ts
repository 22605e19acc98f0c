import type { Instant } from '../../kernel/shanghai-time'

/** A visit that stands: an office, or the spot of an activity, by its id. */
export interface Visit {
  readonly placeId: string
  readonly at: Instant
}

/** One stamp per distinct place, from the first visit that stands; earliest first. O(n log n). */
export function stampsOf<V extends Visit>(visits: readonly V[]): readonly V[] {
  const first = new Map<string, V>()
  for (const visit of [...visits].sort((one, other) => one.at - other.at)) {
    if (!first.has(visit.placeId)) first.set(visit.placeId, visit)
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
