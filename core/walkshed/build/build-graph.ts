import { straightLine } from '../../kernel/distance'
import { metres, wgs84, type Metres, type Wgs84 } from '../../kernel/units'
import { planeAround, positionOn, type Plane } from '../graph/plane'
import { assembleGraph, type StreetGraph } from '../graph/street-graph'
import { contract, type Chain } from './contract'
import { findCrossingShares } from './crossing-shares'
import { layOutBarriers, layOutEdges, type DraftEdge } from './lay-out'
import { NameTable } from './name-table'
import { POINT, type Network } from './network'
import { segmentsOf } from './segments-of'

export interface BuildOptions {
  /** Attribution of the streets. */
  readonly source: string
  readonly sketch: boolean
  /** `largest` drops what does not hang together with the longest part of the network. */
  readonly components: 'largest' | 'all'
}

/** A part of the network that was dropped because nothing leads there. */
export interface LoosePart {
  readonly metres: Metres
  readonly edges: number
  /** Where to look for it. */
  readonly at: Wgs84
  /** The name of its first street, empty when it has none. */
  readonly street: string
}

export interface BuiltGraph {
  readonly graph: StreetGraph
  /** Way kept, in metres. */
  readonly kept: Metres
  /** Dropped parts, longest first. */
  readonly loose: readonly LoosePart[]
}

/**
 * Makes a graph of drawn streets: joins what meets, measures it on the globe (great circles, to a
 * decimetre), and orders nodes so that neighbours lie together. O(points log points).
 * @throws RangeError when there are more than 65,535 different names.
 */
export function buildGraph(network: Network, options: BuildOptions): BuiltGraph {
  const plane = planeAround(centreOf(network))
  const names = new NameTable()
  const { drafts, nodePoints } = draftEdges(network)
  const from = Uint32Array.from(drafts, (draft) => draft.from)
  const to = Uint32Array.from(drafts, (draft) => draft.to)
  const length = Int32Array.from(drafts, (draft) => draft.length)
  const rootOfEdge = findComponents(nodePoints.length, from, to)
  const ranked = rankComponents(rootOfEdge, length)
  const dropped = options.components === 'largest' ? ranked.slice(1) : []
  const droppedRoots = new Set(dropped.map((component) => component.root))
  const kept = drafts.filter((_, edge) => !droppedRoots.has(rootOfEdge[edge]!))
  const graph = assembleGraph({
    plane,
    source: options.source,
    sketch: options.sketch,
    ...layOutEdges(network, plane, kept, nodePoints, names),
    barriers: layOutBarriers(network, plane, names),
    names: names.all(),
  })
  return {
    graph,
    kept: metres(kept.reduce((sum, draft) => sum + draft.length, 0) / 10),
    loose: dropped.map((component) => ({
      metres: metres(component.length / 10),
      edges: component.edges,
      ...placeOf(network, plane, drafts[component.firstEdge]!),
    })),
  }
}

function centreOf(network: Network): Wgs84 {
  const [west, east] = rangeOf(network.longitude)
  const [south, north] = rangeOf(network.latitude)
  return wgs84((west + east) / 2, (south + north) / 2)
}

function rangeOf(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return low <= high ? [low, high] : [0, 0]
}

/** One node per chain end; where a street is closed, every chain gets a dead end of its own. */
function draftEdges(network: Network): { drafts: DraftEdge[]; nodePoints: number[] } {
  const chains = contract(network, segmentsOf(network), findCrossingShares(network))
  const nodePoints: number[] = []
  const nodeOfPoint = new Map<number, number>()
  const nodeOf = (point: number): number => {
    const known = nodeOfPoint.get(point)
    if (known !== undefined) return known
    const node = nodePoints.push(point) - 1
    if ((network.flags[point]! & POINT.closed) === 0) nodeOfPoint.set(point, node)
    return node
  }
  const drafts = chains.map((chain): DraftEdge => ({
    from: nodeOf(chain.points[0]!),
    to: nodeOf(chain.points[chain.points.length - 1]!),
    length: lengthOf(network, chain),
    street: network.ways[chain.way]!.name,
    chain,
  }))
  return { drafts, nodePoints }
}

/** In decimetres; never 0, so that every step of a search costs something. */
function lengthOf(network: Network, chain: Chain): number {
  let sum = 0
  for (let k = 0; k + 1 < chain.points.length; k++) {
    const [a, b] = [chain.points[k]!, chain.points[k + 1]!]
    const start = wgs84(network.longitude[a]!, network.latitude[a]!)
    sum += straightLine(start, wgs84(network.longitude[b]!, network.latitude[b]!))
  }
  return Math.max(1, Math.round(sum * 10))
}

function placeOf(
  network: Network,
  plane: Plane,
  { chain, street }: DraftEdge,
): { at: Wgs84; street: string } {
  const point = chain.points[0]!
  const x = (network.longitude[point]! - plane.longitude) * plane.perLongitude
  const y = (network.latitude[point]! - plane.latitude) * plane.perLatitude
  return { at: positionOn(plane, x, y), street }
}

/** Which edges hang together, when each edge joins two of `nodeCount` nodes. Almost linear. */
function findComponents(nodeCount: number, from: Uint32Array, to: Uint32Array): Int32Array {
  const parent = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const rootOf = (node: number): number => {
    let at = node
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (let edge = 0; edge < from.length; edge++) {
    const one = rootOf(from[edge]!)
    const other = rootOf(to[edge]!)
    if (one !== other) parent[Math.max(one, other)] = Math.min(one, other)
  }
  return Int32Array.from(from, (node) => rootOf(node))
}

interface Component {
  readonly root: number
  /** Sum of its edges, in the unit of the lengths. */
  readonly length: number
  readonly firstEdge: number
  readonly edges: number
}

/** The components by length, longest first. */
function rankComponents(rootOfEdge: Int32Array, length: Int32Array): Component[] {
  const byRoot = new Map<number, { root: number; length: number; firstEdge: number; edges: number }>()
  rootOfEdge.forEach((root, edge) => {
    const component = byRoot.get(root) ?? { root, length: 0, firstEdge: edge, edges: 0 }
    component.length += length[edge]!
    component.edges++
    byRoot.set(root, component)
  })
  return [...byRoot.values()].sort((one, other) => other.length - one.length)
}
