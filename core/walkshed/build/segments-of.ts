import { EDGE } from '../graph/street-graph'
import { POINT, type Network } from './network'

/** Every walkable stretch between two neighbouring points of a way, and which of them meet in which point. */
export interface NetworkSegments {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly way: Int32Array
  readonly flags: Uint8Array
  /** Segments at point `p` are `segmentAt[firstAt[p]]` up to but not including `segmentAt[firstAt[p + 1]]`. */
  readonly firstAt: Uint32Array
  readonly segmentAt: Uint32Array
}

/** Takes the walkable ways apart; two equal points in a row make no segment. Linear. */
export function segmentsOf(network: Network): NetworkSegments {
  const most = network.ways.reduce((sum, way) => sum + Math.max(0, way.points.length - 1), 0)
  const from = new Int32Array(most)
  const to = new Int32Array(most)
  const ways = new Int32Array(most)
  const flags = new Uint8Array(most)
  const firstAt = new Uint32Array(network.longitude.length + 1)
  let count = 0
  network.ways.forEach((way, index) => {
    if (!way.walkable) return
    for (let k = 0; k + 1 < way.points.length; k++) {
      const a = way.points[k]!
      const b = way.points[k + 1]!
      if (a === b) continue
      const barred = (network.flags[a]! | network.flags[b]!) & POINT.wheelchairBarred
      from[count] = a
      to[count] = b
      ways[count] = index
      flags[count] = way.flags | (barred ? EDGE.wheelchairBarred : 0) | (way.arterial ? EDGE.arterial : 0)
      firstAt[a + 1]!++
      firstAt[b + 1]!++
      count++
    }
  })
  for (let point = 0; point < network.longitude.length; point++) firstAt[point + 1]! += firstAt[point]!
  const segmentAt = new Uint32Array(count * 2)
  const free = firstAt.slice()
  for (let segment = 0; segment < count; segment++) {
    segmentAt[free[from[segment]!]!++] = segment
    segmentAt[free[to[segment]!]!++] = segment
  }
  return { count, from, to, way: ways, flags, firstAt, segmentAt }
}
