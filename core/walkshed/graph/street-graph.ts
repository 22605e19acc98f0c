import { buildGrid, type Grid } from './grid'
import type { Plane } from './plane'
import type { Polylines } from './polylines'

/** What an edge is, as bits of `edgeFlags`; profiles bar or require them at query time. */
export const EDGE = {
  /** Steps or an escalator. */
  steps: 1,
  /** Somebody has verified that wheels can pass; without it wheels get no minutes. */
  verified: 2,
  /** Known to stop a wheelchair: a stile, a turnstile, `wheelchair=no`. */
  wheelchairBarred: 4,
  /** A marked crossing; for the words of a path, its cost is in the crossing shares. */
  crossing: 8,
  /** Runs along an arterial road. */
  arterial: 16,
  /** On a bridge or in a tunnel: one cannot step off sideways. */
  level: 32,
} as const

/** `edgeFlags` holds the crossing shares (quarters, 0–7) of the `from` end and the `to` end above this bit. */
export const CROSSING_SHIFT = 8
export const CROSSING_MASK = 7
export const CROSSING_TO_SHIFT = 11

/** What a node is, as bits of `nodeFlags`. */
export const NODE = { gate: 1 } as const

export const BARRIER_KINDS = ['water', 'wall', 'railway', 'expressway'] as const
export type BarrierKind = (typeof BARRIER_KINDS)[number]

/** What neither the off-street part of a walk nor snapping may cross. */
export interface BarrierLayer {
  readonly lines: Polylines
  /** Index into `BARRIER_KINDS`. */
  readonly kind: Uint8Array
  /** Index into the graph's names; 0 is unnamed. */
  readonly name: Uint16Array
}

/** What is stored of a graph; everything else is derived by `assembleGraph`. Lengths are decimetres. */
export interface GraphParts {
  readonly plane: Plane
  /** Attribution of the streets, shown wherever they are drawn. */
  readonly source: string
  /** True when drawn by hand instead of surveyed; every map says so. */
  readonly sketch: boolean
  /** `names[0]` is the empty name. */
  readonly names: readonly string[]
  readonly nodeFlags: Uint8Array
  /** Names of nodes (gates), sparse. */
  readonly nodeNames: ReadonlyMap<number, number>
  readonly edgeFrom: Uint32Array
  readonly edgeTo: Uint32Array
  readonly edgeLength: Int32Array
  readonly edgeFlags: Uint16Array
  readonly edgeName: Uint16Array
  /** One polyline per edge, from its `from` node to its `to` node, both included. */
  readonly edgeLines: Polylines
  readonly barriers: BarrierLayer
}

/** A walkable street network; undirected, lengths in decimetres, no profile applied. */
export interface StreetGraph extends GraphParts {
  readonly nodeCount: number
  readonly edgeCount: number
  /** Links of node `n` are `firstLink[n]` up to but not including `firstLink[n + 1]`. */
  readonly firstLink: Uint32Array
  readonly linkNode: Uint32Array
  readonly linkEdge: Uint32Array
  /** Grid over the segments of `edgeLines`, by index of the segment's first point. */
  readonly edgeGrid: Grid
  /** Grid over the segments of the barrier lines, likewise. */
  readonly barrierGrid: Grid
}

/** Grid cell of the segment indexes: the snapping radius, so that a look-up touches 3 × 3 cells. */
const GRID_CELL = 800

/** Derives adjacency and segment indexes. Linear in nodes, edges and points; the parts are kept, not copied. */
export function assembleGraph(parts: GraphParts): StreetGraph {
  const nodeCount = parts.nodeFlags.length
  const edgeCount = parts.edgeLength.length
  const firstLink = new Uint32Array(nodeCount + 1)
  const { edgeFrom, edgeTo } = parts
  for (let edge = 0; edge < edgeCount; edge++) {
    firstLink[edgeFrom[edge]! + 1]!++
    firstLink[edgeTo[edge]! + 1]!++
  }
  for (let node = 0; node < nodeCount; node++) firstLink[node + 1]! += firstLink[node]!

  const linkNode = new Uint32Array(edgeCount * 2)
  const linkEdge = new Uint32Array(edgeCount * 2)
  const free = firstLink.slice(0, nodeCount)
  for (let edge = 0; edge < edgeCount; edge++) {
    const from = edgeFrom[edge]!
    const to = edgeTo[edge]!
    const outward = free[from]!++
    linkNode[outward] = to
    linkEdge[outward] = edge
    const inward = free[to]!++
    linkNode[inward] = from
    linkEdge[inward] = edge
  }
  return {
    ...parts,
    nodeCount,
    edgeCount,
    firstLink,
    linkNode,
    linkEdge,
    edgeGrid: buildGrid(parts.edgeLines, GRID_CELL),
    barrierGrid: buildGrid(parts.barriers.lines, GRID_CELL),
  }
}

/** Bytes that the graph's arrays take in memory, names counted at two bytes a character. */
export function graphBytes(graph: StreetGraph): number {
  const { edgeLines, barriers, edgeGrid, barrierGrid } = graph
  const arrays: ArrayBufferView[] = [
    graph.nodeFlags,
    graph.edgeFrom,
    graph.edgeTo,
    graph.edgeLength,
    graph.edgeFlags,
    graph.edgeName,
    graph.firstLink,
    graph.linkNode,
    graph.linkEdge,
    ...[edgeLines, barriers.lines].flatMap((lines) => [lines.start, lines.x, lines.y]),
    barriers.kind,
    barriers.name,
    ...[edgeGrid, barrierGrid].flatMap((grid) => [grid.start, grid.item]),
  ]
  const names = graph.names.reduce((sum, name) => sum + name.length * 2, 0)
  return arrays.reduce((sum, array) => sum + array.byteLength, names)
}
