import { seconds, type Seconds } from '../../kernel/units'
import { CROSSING_MASK, CROSSING_SHIFT, CROSSING_TO_SHIFT, type StreetGraph } from '../graph/street-graph'
import { adjustProfile, type Profile } from './profile'

/** A cost that no walk has. Costs are decimetres at the profile's speed: waiting counts as way not walked. */
export const UNREACHED = 0x7fffffff

/**
 * One profile on one graph, with the arrays that its searches work in: a search overwrites the one before,
 * and a `Reach` of an older search refuses to answer.
 */
export interface Walker {
  readonly graph: StreetGraph
  readonly profile: Profile
  /** Cost of one second. */
  readonly costPerSecond: number
  /** Cost of so many crossing shares (quarters of a crossing). */
  readonly crossingCost: Int32Array
  /** Cost of each node in the latest search, or `UNREACHED`. */
  readonly cost: Int32Array
  /** The edge by which each node was reached; `-1 - seed` where the walk started. */
  readonly via: Int32Array
  /** Nodes in the order in which they were settled. */
  readonly order: Int32Array
  /** The first node of each bucket, -1 where it is empty; all are between searches. Grows with the longest. */
  firstInBucket: Int32Array
  readonly nextInBucket: Int32Array
  readonly previousInBucket: Int32Array
  settled: number
  /** Counts searches. */
  generation: number
}

/** Prepares a profile for a graph: O(nodes) memory, once; searches then allocate next to nothing. */
export function prepareWalker(graph: StreetGraph, profile: Profile): Walker {
  const checked = adjustProfile(profile, {})
  const costPerSecond = checked.metresPerSecond * 10
  const quarter = Math.round((costPerSecond * checked.crossing) / 4)
  return {
    graph,
    profile: checked,
    costPerSecond,
    crossingCost: Int32Array.from({ length: CROSSING_MASK + 1 }, (_, quarters) => quarters * quarter),
    cost: new Int32Array(graph.nodeCount).fill(UNREACHED),
    via: new Int32Array(graph.nodeCount),
    order: new Int32Array(graph.nodeCount),
    firstInBucket: new Int32Array(0),
    nextInBucket: new Int32Array(graph.nodeCount),
    previousInBucket: new Int32Array(graph.nodeCount),
    settled: 0,
    generation: 0,
  }
}

/** May this walker use the edge? */
export function allows(walker: Walker, edge: number): boolean {
  const flags = walker.graph.edgeFlags[edge]!
  const { barred, required } = walker.profile
  return (flags & barred) === 0 && (flags & required) === required
}

/** Cost of crossing arterials at the `from` end of the edge. */
export function crossingAtFrom(walker: Walker, edge: number): number {
  return walker.crossingCost[(walker.graph.edgeFlags[edge]! >> CROSSING_SHIFT) & CROSSING_MASK]!
}

/** Cost of crossing arterials at the `to` end of the edge. */
export function crossingAtTo(walker: Walker, edge: number): number {
  return walker.crossingCost[(walker.graph.edgeFlags[edge]! >> CROSSING_TO_SHIFT) & CROSSING_MASK]!
}

/** The time that a cost stands for; `Infinity` for `UNREACHED`. */
export function secondsOf(walker: Walker, cost: number): Seconds {
  return seconds(cost === UNREACHED ? Infinity : cost / walker.costPerSecond)
}
