import { accept, refuse, type Result } from '../../kernel/result'
import { wgs84, type Wgs84 } from '../../kernel/units'
import { firstCell, lastCell, visitNear } from '../graph/grid'
import { eastOf, northOf } from '../graph/plane'
import { nearestShare, crosses } from '../graph/segments'
import { lineOfPoint } from '../graph/polylines'
import { EDGE, type StreetGraph } from '../graph/street-graph'
import { allows, type Walker } from './walker'

/** A place tied to the street network. All lengths and coordinates are decimetres. */
export interface Snap {
  readonly edge: number
  /** Way along the edge from its `from` end. */
  readonly along: number
  /** Off-street way between the place and the street, walked at the same speed. */
  readonly off: number
  /** The place itself. */
  readonly x: number
  readonly y: number
  /** Where it meets the street. */
  readonly footX: number
  readonly footY: number
}

/**
 * `no_street_nearby`: no street within 80 m. `street_not_allowed`: streets, but none that the profile may
 * use (for wheels: steps, or not verified). `behind_barrier`: only across water, a wall or a railway.
 */
export type SnapRefusal = 'no_street_nearby' | 'street_not_allowed' | 'behind_barrier'

/** Farther than this from a street (80 m, inclusive) a place is not connected. */
export const SNAP_LIMIT = 800
/** Onto a bridge or into a tunnel one snaps only when (nearly) standing on it: 15 m, inclusive. */
export const LEVEL_SNAP_LIMIT = 150

/**
 * Ties a WGS-84 position to the nearest point of the streets that the profile allows, at most 80 m away and
 * not across a barrier. O(segments within 80 m).
 */
export function snap(walker: Walker, position: Wgs84): Result<Snap, SnapRefusal> {
  const { graph } = walker
  const [longitude, latitude] = wgs84(position[0], position[1])
  const x = eastOf(graph.plane, longitude)
  const y = northOf(graph.plane, latitude)
  const found = nearestSegment(walker, x, y)
  if (found.segment < 0) {
    return refuse(found.cut ? 'behind_barrier' : found.barred ? 'street_not_allowed' : 'no_street_nearby')
  }
  return accept(snapOnto(graph, found.segment, x, y))
}

interface Found {
  /** Index of the segment's first point, or -1. */
  segment: number
  /** Something nearer was not allowed for the profile. */
  barred: boolean
  /** Something nearer was across a barrier. */
  cut: boolean
}

function nearestSegment(walker: Walker, x: number, y: number): Found {
  const { edgeGrid: grid, edgeLines } = walker.graph
  const found: Found = { segment: -1, barred: false, cut: false }
  // Half a decimetre more, because distances are rounded to whole ones.
  let best = (SNAP_LIMIT + 0.5) ** 2
  const lastRow = lastCell(y + SNAP_LIMIT, grid.minY, grid.cell, grid.rows)
  const lastColumn = lastCell(x + SNAP_LIMIT, grid.minX, grid.cell, grid.columns)
  for (let row = firstCell(y - SNAP_LIMIT, grid.minY, grid.cell); row <= lastRow; row++) {
    for (let column = firstCell(x - SNAP_LIMIT, grid.minX, grid.cell); column <= lastColumn; column++) {
      const cell = row * grid.columns + column
      for (let k = grid.start[cell]!; k < grid.start[cell + 1]!; k++) {
        const segment = grid.item[k]!
        const ax = edgeLines.x[segment]!
        const ay = edgeLines.y[segment]!
        const bx = edgeLines.x[segment + 1]!
        const by = edgeLines.y[segment + 1]!
        const share = nearestShare(ax, ay, bx, by, x, y)
        const footX = ax + (bx - ax) * share
        const footY = ay + (by - ay) * share
        const squared = (footX - x) ** 2 + (footY - y) ** 2
        // Of equally near segments the first in the graph wins, whatever the order of the cells.
        if (squared > best || (squared === best && segment >= found.segment)) continue
        const edge = lineOfPoint(edgeLines, segment)
        if (!allows(walker, edge)) found.barred = true
        else if (!reachesLevel(walker.graph, edge, squared)) continue
        else if (isCut(walker.graph, x, y, Math.round(footX), Math.round(footY))) found.cut = true
        else {
          best = squared
          found.segment = segment
        }
      }
    }
  }
  return found
}

function reachesLevel(graph: StreetGraph, edge: number, squared: number): boolean {
  return (graph.edgeFlags[edge]! & EDGE.level) === 0 || squared <= LEVEL_SNAP_LIMIT ** 2
}

function snapOnto(graph: StreetGraph, segment: number, x: number, y: number): Snap {
  const { edgeLines: lines } = graph
  const edge = lineOfPoint(lines, segment)
  const share = nearestShare(
    lines.x[segment]!,
    lines.y[segment]!,
    lines.x[segment + 1]!,
    lines.y[segment + 1]!,
    x,
    y,
  )
  const footX = lines.x[segment]! + (lines.x[segment + 1]! - lines.x[segment]!) * share
  const footY = lines.y[segment]! + (lines.y[segment + 1]! - lines.y[segment]!) * share
  let before = 0
  let drawn = 0
  for (let p = lines.start[edge]!; p < lines.start[edge + 1]! - 1; p++) {
    const length = Math.hypot(lines.x[p + 1]! - lines.x[p]!, lines.y[p + 1]! - lines.y[p]!)
    if (p < segment) before += length
    else if (p === segment) before += length * share
    drawn += length
  }
  const along = drawn === 0 ? 0 : Math.round((graph.edgeLength[edge]! * before) / drawn)
  const off = Math.round(Math.hypot(footX - x, footY - y))
  return { edge, along, off, x, y, footX: Math.round(footX), footY: Math.round(footY) }
}

/**
 * Does a barrier lie across the straight walk (decimetres on the plane)? A walk that starts or ends on a
 * barrier does not cross it. O(barrier segments in the walk's box).
 */
function isCut(graph: StreetGraph, ax: number, ay: number, bx: number, by: number): boolean {
  const { x, y } = graph.barriers.lines
  return visitNear(graph.barrierGrid, ax, ay, bx, by, 0, (p) =>
    crosses(ax, ay, bx, by, x[p]!, y[p]!, x[p + 1]!, y[p + 1]!),
  )
}
