import { POINT, type Network, type NetworkWay } from './network'

/** Two quarters on either side of the point: passing it costs one whole crossing. */
const WHOLE_AT_POINT = 2

interface Road {
  /** How many stretches of this road end in the point; two when it runs through. */
  ends: number
  quarters: number
}

/**
 * What a way pays where it touches a point, in quarters of a crossing: half of every arterial that runs
 * through there, so that walking across one costs a whole crossing, two carriageways counted together, and
 * joining one half of it. An arterial pays for another one that it meets, not for itself. Bridges and
 * tunnels share no point with what they cross, and so cost nothing.
 */
export type CrossingShares = (point: number, way: NetworkWay) => number

/** Finds the arterials at every point. O(points of arterial ways). */
export function findCrossingShares(network: Network): CrossingShares {
  const roadsAt = new Map<number, Map<string, Road>>()
  for (const way of network.ways) {
    if (way.arterial === 0) continue
    way.points.forEach((point, index) => {
      let roads = roadsAt.get(point)
      if (!roads) roadsAt.set(point, (roads = new Map()))
      const road = roads.get(way.name) ?? { ends: 0, quarters: 0 }
      road.ends += index === 0 || index === way.points.length - 1 ? 1 : 2
      road.quarters = Math.max(road.quarters, way.arterial)
      roads.set(way.name, road)
    })
  }
  return (point, way) => {
    let quarters = network.flags[point]! & POINT.crossing ? WHOLE_AT_POINT : 0
    for (const [name, road] of roadsAt.get(point) ?? []) {
      const isOther = way.arterial === 0 || name !== way.name
      if (isOther && road.ends >= 2) quarters = Math.max(quarters, road.quarters)
    }
    return quarters
  }
}
