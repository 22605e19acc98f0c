import { POINT, type Network } from '../build/network'
import { EDGE } from '../graph/street-graph'
import type { Coordinate, Feature } from './geojson'
import { insertPoints, StreetFinder, type Insertion, type Spot } from './splice'
import { nameOf, readPoint } from '../osm/tags'

/** Metres within which the end of a drawn street meets another one. */
const JOIN_LIMIT = 1
/** Metres within which a gate belongs to a street. */
export const GATE_LIMIT = 25

/** Joins street ends that lie on another street without sharing a point; says how many. */
export function joinDeadEnds(network: Network): number {
  const uses = new Map<number, number>()
  for (const { points } of network.ways)
    for (const point of points) uses.set(point, (uses.get(point) ?? 0) + 1)
  const finder = new StreetFinder(network)
  const joins: { way: number; atStart: boolean; spot: Spot }[] = []
  network.ways.forEach(({ points, walkable }, way) => {
    for (const atStart of [true, false]) {
      const end = atStart ? points[0]! : points[points.length - 1]!
      if (!walkable || uses.get(end) !== 1) continue
      const spot = finder.nearest(
        network.longitude[end]!,
        network.latitude[end]!,
        JOIN_LIMIT,
        (w) => w !== way,
      )
      if (spot) joins.push({ way, atStart, spot })
    }
  })
  const inserted = insertPoints(
    network,
    joins.map(({ spot }) => ({ ...spot, flags: 0 })),
  )
  joins.forEach(({ way, atStart }, index) => {
    const { points, ...rest } = network.ways[way]!
    const joint = inserted[index]!
    network.ways[way] = { ...rest, points: atStart ? [joint, ...points] : [...points, joint] }
  })
  return joins.length
}

/** Puts gates onto the streets that they stand on; gives the numbers of those that stand on none. */
export function placeGates(network: Network, gates: readonly (Feature & { point: Coordinate })[]): number[] {
  const finder = new StreetFinder(network)
  const insertions: Insertion[] = []
  const lost: number[] = []
  for (const { number, tags, point } of gates) {
    const spot = finder.nearest(point[0], point[1], GATE_LIMIT)
    if (!spot) {
      lost.push(number)
      continue
    }
    const rule = readPoint(tags)
    const flags =
      (rule.gate ? POINT.gate : 0) |
      (rule.closed ? POINT.closed : 0) |
      (rule.wheelchairBarred ? POINT.wheelchairBarred : 0)
    insertions.push({ ...spot, flags, name: nameOf(tags) })
  }
  insertPoints(network, insertions)
  return lost
}

/** Crossings of two streets at one level that share no point. */
export function findUnjoinedCrossings(network: Network): Coordinate[] {
  const finder = new StreetFinder(network)
  const found: Coordinate[] = []
  network.ways.forEach(({ points, walkable, flags }, way) => {
    if (!walkable || flags & EDGE.level) return
    const own = new Set(points)
    const line = points.map((point): Coordinate => [network.longitude[point]!, network.latitude[point]!])
    for (const spot of finder.crossings(line)) {
      const other = network.ways[spot.way]!
      if (spot.way <= way || other.flags & EDGE.level) continue
      const ends = [other.points[spot.segment]!, other.points[spot.segment + 1]!]
      if (!ends.some((point) => own.has(point))) found.push(spot.at)
    }
  })
  return found
}
