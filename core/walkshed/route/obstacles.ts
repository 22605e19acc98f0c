import { visitNear } from '../graph/grid'
import { crosses, crossingShare, nearestShare } from '../graph/segments'
import { lineOfPoint, type Polylines } from '../graph/polylines'
import { BARRIER_KINDS, EDGE, type BarrierKind, type StreetGraph } from '../graph/street-graph'

/** Decimetres east and north. */
export type Point = readonly [x: number, y: number]

export type ObstacleKind = BarrierKind | 'arterial'

/** Where a straight line meets an obstacle. */
export interface Hit {
  readonly kind: ObstacleKind
  readonly name: string
  /** Index of the barrier line, or of the arterial's edge. */
  readonly line: number
  /** How far along the straight line, 0 to 1. */
  readonly share: number
  readonly at: Point
}

/** Decimetres within which a vertex of the walk counts as touching: gates are vertices of their wall. */
const TOUCH = 20

/** Every barrier and arterial that a→b crosses, in the order in which it meets them. */
export function hitsBetween(graph: StreetGraph, a: Point, b: Point): Hit[] {
  const hits: Hit[] = []
  for (const layer of ['barriers', 'streets'] as const) {
    visitLayer(graph, layer, a, b, 0, (p, lines) => {
      if (!cutsSegment(lines, p, a, b)) return
      const share = crossingShare(a[0], a[1], b[0], b[1], ...ends(lines, p))
      hits.push({ ...nameOf(graph, layer, p), share, at: between(a, b, share) })
    })
  }
  return hits.sort((one, other) => one.share - other.share)
}

/** Where the walk gets past the obstacle: points where it cuts it, or else touches it; empty if it goes around. */
export function passages(graph: StreetGraph, hit: Hit, walk: readonly Point[]): Point[] {
  const layer = hit.kind === 'arterial' ? 'streets' : 'barriers'
  const cuts: Point[] = []
  const touches: Point[] = []
  for (let k = 0; k + 1 < walk.length; k++) {
    const a = walk[k]!
    const b = walk[k + 1]!
    visitLayer(graph, layer, a, b, TOUCH, (p, lines) => {
      if (!isSame(hit, nameOf(graph, layer, p))) return
      if (cutsSegment(lines, p, a, b)) {
        cuts.push(between(a, b, crossingShare(a[0], a[1], b[0], b[1], ...ends(lines, p))))
      } else if (distanceTo(lines, p, a) <= TOUCH) touches.push(a)
    })
  }
  return cuts.length > 0 ? cuts : touches
}

/** Both banks of a river are one obstacle, and both carriageways of a road: they have one kind and name. */
export function isSame(one: Omit<Hit, 'share' | 'at'>, other: Omit<Hit, 'share' | 'at'>): boolean {
  if (one.kind !== other.kind) return false
  return one.name === '' ? other.line === one.line : other.name === one.name
}

type Layer = 'barriers' | 'streets'

function visitLayer(
  graph: StreetGraph,
  layer: Layer,
  a: Point,
  b: Point,
  margin: number,
  visit: (p: number, lines: Polylines) => void,
): void {
  const lines = layer === 'barriers' ? graph.barriers.lines : graph.edgeLines
  const grid = layer === 'barriers' ? graph.barrierGrid : graph.edgeGrid
  visitNear(grid, a[0], a[1], b[0], b[1], margin, (p) => {
    if (layer === 'barriers' || graph.edgeFlags[lineOfPoint(lines, p)]! & EDGE.arterial) visit(p, lines)
    return false
  })
}

function nameOf(graph: StreetGraph, layer: Layer, p: number): Omit<Hit, 'share' | 'at'> {
  if (layer === 'streets') {
    const line = lineOfPoint(graph.edgeLines, p)
    return { kind: 'arterial', name: graph.names[graph.edgeName[line]!]!, line }
  }
  const line = lineOfPoint(graph.barriers.lines, p)
  const { kind, name } = graph.barriers
  return { kind: BARRIER_KINDS[kind[line]!]!, name: graph.names[name[line]!]!, line }
}

const ends = ({ x, y }: Polylines, p: number): [number, number, number, number] => [
  x[p]!,
  y[p]!,
  x[p + 1]!,
  y[p + 1]!,
]

const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

function cutsSegment(lines: Polylines, p: number, a: Point, b: Point): boolean {
  return crosses(a[0], a[1], b[0], b[1], ...ends(lines, p))
}

function distanceTo(lines: Polylines, p: number, [x, y]: Point): number {
  const [ax, ay, bx, by] = ends(lines, p)
  const share = nearestShare(ax, ay, bx, by, x, y)
  return Math.hypot(ax + (bx - ax) * share - x, ay + (by - ay) * share - y)
}
