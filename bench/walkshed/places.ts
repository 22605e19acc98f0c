import type { Wgs84 } from '../../core/kernel/units'
import { positionOn } from '../../core/walkshed/graph/plane'
import type { StreetGraph } from '../../core/walkshed/graph/street-graph'
import { snap, type Snap } from '../../core/walkshed/walk/snap'
import type { Walker } from '../../core/walkshed/walk/walker'

/** The same numbers in every run (Park and Miller, 1988), from 0 up to but not including 1. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

export interface Place {
  readonly position: Wgs84
  readonly snap: Snap
}

/** Places up to `off` metres from a random point of the streets, all of them connected. */
export function placesNearStreets(walker: Walker, count: number, off: number, seed: number): Place[] {
  const next = chance(seed)
  const { x, y } = walker.graph.edgeLines
  const places: Place[] = []
  while (places.length < count) {
    const p = Math.floor(next() * x.length)
    const shift = (): number => (next() * 2 - 1) * off * 10 * Math.SQRT1_2
    const position = positionOn(walker.graph.plane, (x[p] ?? 0) + shift(), (y[p] ?? 0) + shift())
    const answer = snap(walker, position)
    if (answer.ok) places.push({ position, snap: answer.value })
  }
  return places
}

/** Places within `radius` metres of a middle, all of them connected. */
export function placesAround(
  walker: Walker,
  middle: Wgs84,
  radius: number,
  count: number,
  seed: number,
): Place[] {
  const next = chance(seed)
  const { plane }: StreetGraph = walker.graph
  const places: Place[] = []
  while (places.length < count) {
    const [east, north] = [next() * 2 - 1, next() * 2 - 1]
    if (Math.hypot(east, north) > 1) continue
    const x = (middle[0] - plane.longitude) * plane.perLongitude + east * radius * 10
    const y = (middle[1] - plane.latitude) * plane.perLatitude + north * radius * 10
    const position = positionOn(plane, x, y)
    const answer = snap(walker, position)
    if (answer.ok) places.push({ position, snap: answer.value })
  }
  return places
}
