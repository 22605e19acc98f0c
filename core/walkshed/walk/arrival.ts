import type { Seconds } from '../../kernel/units'
import { assertCurrent, type Reach } from './search'
import type { Snap } from './snap'
import { crossingAtFrom, crossingAtTo, secondsOf, UNREACHED } from './walker'

/** How a walk comes to a place: by the `from` or the `to` end of its edge, or along that edge from an origin. */
export interface Arrival {
  readonly cost: number
  readonly by: 'from' | 'to' | 'origin'
  /** The origin on the same edge, when `by` is `'origin'`. */
  readonly origin?: Snap
}

/** The cheapest arrival at a place within the reach's limit (inclusive), or undefined. O(origins). */
export function arrivalAt(reach: Reach, place: Snap): Arrival | undefined {
  assertCurrent(reach)
  const from = costByFrom(reach, place)
  const to = costByTo(reach, place)
  let best: Arrival = to < from ? { cost: to, by: 'to' } : { cost: from, by: 'from' }
  for (const origin of reach.origins) {
    const cost = costFromOrigin(origin, place)
    if (cost < best.cost) best = { cost, by: 'origin', origin }
  }
  return best.cost <= reach.limit ? best : undefined
}

/** By the `from` end of the place's edge, the way off the street included. */
function costByFrom({ walker }: Reach, { edge, along, off }: Snap): number {
  const cost = walker.cost[walker.graph.edgeFrom[edge]!]!
  return cost === UNREACHED ? UNREACHED : cost + crossingAtFrom(walker, edge) + along + off
}

function costByTo({ walker }: Reach, { edge, along, off }: Snap): number {
  const { edgeTo, edgeLength } = walker.graph
  const cost = walker.cost[edgeTo[edge]!]!
  return cost === UNREACHED ? UNREACHED : cost + crossingAtTo(walker, edge) + edgeLength[edge]! - along + off
}

/** Along the edge that both are tied to. */
function costFromOrigin(origin: Snap, place: Snap): number {
  if (origin.edge !== place.edge) return UNREACHED
  return origin.off + Math.abs(origin.along - place.along) + place.off
}

/** Like `arrivalAt`, without saying how one gets there: thousands of places are asked for at once. */
function costTo(reach: Reach, place: Snap): number {
  const { origins, limit } = reach
  let best = Math.min(costByFrom(reach, place), costByTo(reach, place))
  for (let index = 0; index < origins.length; index++) {
    if (origins[index]!.edge === place.edge) best = Math.min(best, costFromOrigin(origins[index]!, place))
  }
  return best <= limit ? best : UNREACHED
}

/** Walking time to a place, `Infinity` when it is not reached within the limit. Exact to a decimetre of way. */
export function walkSeconds(reach: Reach, place: Snap): Seconds {
  assertCurrent(reach)
  return secondsOf(reach.walker, costTo(reach, place))
}

/** Walking times in seconds to many places, in their order; a place that is not connected gets `Infinity`. */
export function walkTimes(reach: Reach, places: readonly (Snap | null)[]): Float64Array {
  assertCurrent(reach)
  const { walker, origins } = reach
  const { cost, graph, costPerSecond } = walker
  const { edgeFrom, edgeTo } = graph
  const times = new Float64Array(places.length).fill(Infinity)
  for (let index = 0; index < places.length; index++) {
    const place = places[index]
    if (!place) continue
    const { edge } = place
    // Most places lie on streets that were not reached: for them nothing else is looked up.
    const isReached = cost[edgeFrom[edge]!] !== UNREACHED || cost[edgeTo[edge]!] !== UNREACHED
    if (!isReached && !origins.some((origin) => origin.edge === edge)) continue
    const least = costTo(reach, place)
    if (least !== UNREACHED) times[index] = least / costPerSecond
  }
  return times
}
