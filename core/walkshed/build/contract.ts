import type { CrossingShares } from './crossing-shares'
import { POINT, type Network } from './network'
import type { NetworkSegments } from './segments-of'

/** A street between two places where something can change. */
export interface Chain {
  /** From end to end, both included. */
  readonly points: readonly number[]
  readonly way: number
  readonly flags: number
  /** Quarters of a crossing at either end. */
  readonly crossingFrom: number
  readonly crossingTo: number
}

/**
 * Joins segments into chains that end only where streets meet or end, where their character changes, and at
 * gates and crossings. O(segments).
 */
export function contract(network: Network, segments: NetworkSegments, shares: CrossingShares): Chain[] {
  const ends = findChainEnds(network, segments, shares)
  const used = new Uint8Array(segments.count)
  const chains: Chain[] = []
  const follow = (start: number, first: number): void => {
    const points = [start]
    let at = start
    let segment = first
    for (;;) {
      used[segment] = 1
      at = segments.from[segment] === at ? segments.to[segment]! : segments.from[segment]!
      points.push(at)
      if (ends[at] || at === start) break
      segment = otherSegment(segments, at, segment)
    }
    const way = segments.way[first]!
    chains.push({
      points,
      way,
      flags: segments.flags[first]!,
      crossingFrom: shares(start, network.ways[way]!),
      crossingTo: shares(at, network.ways[way]!),
    })
  }
  for (let point = 0; point < ends.length; point++) {
    if (!ends[point]) continue
    for (let k = segments.firstAt[point]!; k < segments.firstAt[point + 1]!; k++) {
      const segment = segments.segmentAt[k]!
      if (!used[segment]) follow(point, segment)
    }
  }
  // What is left are rings without any junction.
  for (let segment = 0; segment < segments.count; segment++) {
    if (!used[segment]) follow(segments.from[segment]!, segment)
  }
  return chains
}

function findChainEnds(network: Network, segments: NetworkSegments, shares: CrossingShares): Uint8Array {
  const ends = new Uint8Array(network.longitude.length)
  for (let point = 0; point < ends.length; point++) {
    const first = segments.firstAt[point]!
    const degree = segments.firstAt[point + 1]! - first
    if (degree === 0) continue
    ends[point] =
      degree !== 2 ||
      (network.flags[point]! & (POINT.gate | POINT.closed | POINT.crossing)) !== 0 ||
      network.pointNames.has(point) ||
      changesBetween(network, segments, segments.segmentAt[first]!, segments.segmentAt[first + 1]!) ||
      shares(point, network.ways[segments.way[segments.segmentAt[first]!]!]!) > 0
        ? 1
        : 0
  }
  return ends
}

function changesBetween(network: Network, segments: NetworkSegments, one: number, other: number): boolean {
  if (one === other || segments.flags[one] !== segments.flags[other]) return true
  const [way, next] = [network.ways[segments.way[one]!]!, network.ways[segments.way[other]!]!]
  return way !== next && (way.name !== next.name || way.arterial !== next.arterial)
}

function otherSegment(segments: NetworkSegments, point: number, segment: number): number {
  const first = segments.segmentAt[segments.firstAt[point]!]!
  return first === segment ? segments.segmentAt[segments.firstAt[point]! + 1]! : first
}
