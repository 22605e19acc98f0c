import type { Seconds } from '../../kernel/units'
import { walkSeconds } from '../walk/arrival'
import { search } from '../walk/search'
import type { Snap } from '../walk/snap'
import type { Walker } from '../walk/walker'

/** Places of one kind, and the time within which one of them should be reached. */
export interface CoverageAim {
  readonly places: readonly Snap[]
  readonly within: Seconds
}

export interface KindCoverage {
  /** Time from each origin to its nearest place, `Infinity` beyond the aim; in the order of the origins. */
  readonly seconds: Float64Array
  readonly reached: number
  /** Share of the origins that reach a place in time; 0 without origins. */
  readonly share: number
}

/**
 * For each kind, which origins reach a place of it in time; an origin that is not connected reaches none.
 * Walks cost the same both ways, so one search from all the places of a kind serves every origin:
 * O(kinds × reached), not O(origins × kinds).
 */
export function coverage(
  walker: Walker,
  origins: readonly (Snap | null)[],
  aims: readonly CoverageAim[],
): KindCoverage[] {
  return aims.map(({ places, within }) => {
    const reach = search(walker, places, within)
    const seconds = new Float64Array(origins.length).fill(Infinity)
    let reached = 0
    origins.forEach((origin, index) => {
      if (origin) seconds[index] = walkSeconds(reach, origin)
      if (seconds[index]! < Infinity) reached++
    })
    return { seconds, reached, share: origins.length === 0 ? 0 : reached / origins.length }
  })
}
