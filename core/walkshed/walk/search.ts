import type { Seconds } from '../../kernel/units'
import { CROSSING_MASK, CROSSING_SHIFT, CROSSING_TO_SHIFT } from '../graph/street-graph'
import type { Snap } from './snap'
import { crossingAtFrom, crossingAtTo, UNREACHED, type Walker } from './walker'

/** What one search reached. It reads the walker's arrays, so it answers only until that walker's next search. */
export interface Reach {
  readonly walker: Walker
  readonly origins: readonly Snap[]
  /** Nothing costs more than this. */
  readonly limit: number
  readonly generation: number
}

/** Two hours: far beyond any walk that is asked for, and a bound on the buckets. */
const LONGEST_SEARCH = 7200

/**
 * Settles every node within `within` seconds of the nearest origin (inclusive), cheapest first: Dijkstra with
 * one bucket per decimetre of cost (Dial). O(reached nodes and links + limit), whatever the graph's size.
 * @throws RangeError naming the value when `within` is not within [0, 7200].
 */
export function search(walker: Walker, origins: readonly Snap[], within: Seconds): Reach {
  if (!(within >= 0 && within <= LONGEST_SEARCH)) {
    throw new RangeError(`within must be within [0, ${LONGEST_SEARCH}] seconds, got ${within}`)
  }
  const limit = Math.floor(within * walker.costPerSecond + 1e-6)
  if (walker.firstInBucket.length <= limit) walker.firstInBucket = new Int32Array(limit + 1).fill(-1)
  forget(walker)
  origins.forEach((origin, index) => seed(walker, origin, index, limit))
  settle(walker, limit)
  return { walker, origins, limit, generation: walker.generation }
}

/** Keeps an older reach from answering with a newer search's costs. */
export function assertCurrent(reach: Reach): void {
  if (reach.generation !== reach.walker.generation) {
    throw new Error('this reach is outdated: its walker has searched again since')
  }
}

function forget(walker: Walker): void {
  const { cost, order } = walker
  for (let index = 0; index < walker.settled; index++) cost[order[index]!] = UNREACHED
  walker.settled = 0
  walker.generation++
}

/** Both ends of the origin's edge are starting points. */
function seed(walker: Walker, origin: Snap, index: number, limit: number): void {
  const { edge, along, off } = origin
  const { edgeFrom, edgeTo, edgeLength } = walker.graph
  const back = off + along + crossingAtFrom(walker, edge)
  const forth = off + edgeLength[edge]! - along + crossingAtTo(walker, edge)
  if (back <= limit) place(walker, edgeFrom[edge]!, back, -1 - index)
  if (forth <= limit) place(walker, edgeTo[edge]!, forth, -1 - index)
}

/** Puts a node into the bucket of its cost, out of a dearer one where it was; keeps a cheaper one. */
function place(walker: Walker, node: number, cost: number, via: number): void {
  const before = walker.cost[node]!
  if (cost >= before) return
  const { firstInBucket: first, nextInBucket: next, previousInBucket: previous } = walker
  if (before !== UNREACHED) {
    const after = next[node]!
    const ahead = previous[node]!
    if (ahead < 0) first[before] = after
    else next[ahead] = after
    if (after >= 0) previous[after] = ahead
  }
  const head = first[cost]!
  next[node] = head
  previous[node] = -1
  if (head >= 0) previous[head] = node
  first[cost] = node
  walker.cost[node] = cost
  walker.via[node] = via
}

function settle(walker: Walker, limit: number): void {
  const { graph, order, firstInBucket, nextInBucket, previousInBucket, crossingCost } = walker
  const { barred, required } = walker.profile
  const { firstLink, linkNode, linkEdge, edgeLength, edgeFlags } = graph
  const costs = walker.cost
  let settled = 0
  for (let cost = 0; cost <= limit; cost++) {
    for (let node = firstInBucket[cost]!; node >= 0; node = firstInBucket[cost]!) {
      const after = nextInBucket[node]!
      firstInBucket[cost] = after
      if (after >= 0) previousInBucket[after] = -1
      order[settled++] = node
      const end = firstLink[node + 1]!
      for (let link = firstLink[node]!; link < end; link++) {
        const edge = linkEdge[link]!
        const flags = edgeFlags[edge]!
        if ((flags & barred) !== 0 || (flags & required) !== required) continue
        let reached = cost + edgeLength[edge]!
        if (flags >= 1 << CROSSING_SHIFT) {
          reached +=
            crossingCost[(flags >> CROSSING_SHIFT) & CROSSING_MASK]! +
            crossingCost[(flags >> CROSSING_TO_SHIFT) & CROSSING_MASK]!
        }
        if (reached <= limit && reached < costs[linkNode[link]!]!)
          place(walker, linkNode[link]!, reached, edge)
      }
    }
  }
  walker.settled = settled
}
