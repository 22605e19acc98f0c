import type { Arrival } from '../walk/arrival'
import type { Reach } from '../walk/search'
import type { Snap } from '../walk/snap'
import { crossingAtFrom, crossingAtTo } from '../walk/walker'
import type { StreetGraph } from '../graph/street-graph'

/** A stretch of one edge as it is walked; `fromAlong` > `toAlong` when against the edge's direction. */
export interface Stretch {
  readonly edge: number
  readonly fromAlong: number
  readonly toAlong: number
  /** Cost of the arterial crossings on this stretch. */
  readonly crossing: number
  /** The node at its end, or -1 at the place itself. */
  readonly endsAt: number
}

export interface Trace {
  readonly origin: Snap
  readonly stretches: readonly Stretch[]
}

/** The edges of the cheapest walk from an origin to the place, in walking order. O(edges of the walk). */
export function traceBack(reach: Reach, place: Snap, arrival: Arrival): Trace {
  if (arrival.origin) {
    const only = stretch(place.edge, arrival.origin.along, place.along, 0, -1)
    return { origin: arrival.origin, stretches: [only] }
  }
  const { walker } = reach
  const { graph } = walker
  const { edgeFrom, edgeTo, edgeLength } = graph
  const backwards: Stretch[] = []
  let node: number
  if (arrival.by === 'from') {
    node = edgeFrom[place.edge]!
    backwards.push(stretch(place.edge, 0, place.along, crossingAtFrom(walker, place.edge), -1))
  } else {
    node = edgeTo[place.edge]!
    const length = edgeLength[place.edge]!
    backwards.push(stretch(place.edge, length, place.along, crossingAtTo(walker, place.edge), -1))
  }
  for (let via = walker.via[node]!; via >= 0; via = walker.via[node]!) {
    const forth = edgeTo[via] === node
    const length = edgeLength[via]!
    const crossing = crossingAtFrom(walker, via) + crossingAtTo(walker, via)
    backwards.push(stretch(via, forth ? 0 : length, forth ? length : 0, crossing, node))
    node = forth ? edgeFrom[via]! : edgeTo[via]!
  }
  const origin = reach.origins[-1 - walker.via[node]!]!
  backwards.push(firstStretch(reach, origin, node))
  return { origin, stretches: backwards.reverse() }
}

function stretch(
  edge: number,
  fromAlong: number,
  toAlong: number,
  crossing: number,
  endsAt: number,
): Stretch {
  return { edge, fromAlong, toAlong, crossing, endsAt }
}

/** From the origin to the end of its edge that the search started from; the cheaper end where both are one. */
function firstStretch({ walker }: Reach, { edge, along, off }: Snap, node: number): Stretch {
  const { edgeFrom, edgeTo, edgeLength } = walker.graph
  const back = off + along + crossingAtFrom(walker, edge)
  if (edgeFrom[edge] === node && back === walker.cost[node]) {
    return stretch(edge, along, 0, crossingAtFrom(walker, edge), edgeFrom[edge])
  }
  return stretch(edge, along, edgeLength[edge]!, crossingAtTo(walker, edge), edgeTo[edge]!)
}

/** Points of a stretch on the plane, both ends included, in walking order. */
export function stretchPoints(graph: StreetGraph, walked: Stretch): [number, number][] {
  const { edgeLines: lines } = graph
  const first = lines.start[walked.edge]!
  const last = lines.start[walked.edge + 1]! - 1
  const at: number[] = [0]
  for (let p = first; p < last; p++) {
    at.push(at[p - first]! + Math.hypot(lines.x[p + 1]! - lines.x[p]!, lines.y[p + 1]! - lines.y[p]!))
  }
  const drawn = at[last - first]!
  const length = graph.edgeLength[walked.edge]!
  const scale = length === 0 ? 0 : drawn / length
  const low = Math.min(walked.fromAlong, walked.toAlong) * scale
  const high = Math.max(walked.fromAlong, walked.toAlong) * scale
  const points: [number, number][] = [pointAt(graph, first, at, low)]
  for (let p = first; p <= last; p++) {
    if (at[p - first]! > low && at[p - first]! < high) points.push([lines.x[p]!, lines.y[p]!])
  }
  points.push(pointAt(graph, first, at, high))
  return walked.fromAlong <= walked.toAlong ? points : points.reverse()
}

function pointAt(graph: StreetGraph, first: number, at: readonly number[], way: number): [number, number] {
  const { x, y } = graph.edgeLines
  let k = 0
  while (k < at.length - 2 && at[k + 1]! < way) k++
  const length = at[k + 1]! - at[k]!
  const share = length === 0 ? 0 : Math.min(1, (way - at[k]!) / length)
  const p = first + k
  return [x[p]! + (x[p + 1]! - x[p]!) * share, y[p]! + (y[p + 1]! - y[p]!) * share]
}
