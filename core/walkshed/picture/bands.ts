import type { Seconds, Wgs84 } from '../../kernel/units'
import { positionOn } from '../graph/plane'
import type { StreetGraph } from '../graph/street-graph'
import { assertCurrent, type Reach } from '../walk/search'
import { costField, type Field } from './field'
import type { Canvas } from './painting'
import { drawnOutline, isInside, signedArea, type Outline } from './outline'
import { traceOutlines } from './trace'

/** A closed outline, first point not repeated, then its holes. WGS-84. */
export type BandPolygon = readonly (readonly Wgs84[])[]

export interface Band {
  readonly within: Seconds
  readonly polygons: readonly BandPolygon[]
}

/** Holes below half a hectare are dropped (in square decimetres). */
const SMALLEST_HOLE = 500_000

/**
 * The area reached within each time (seconds, inclusive), one set of polygons a band, from one raster field:
 * 45 m off the street at most, not across a barrier. A picture only: who lies in a band is `walkSeconds`. The
 * canvas is worked in; the bands are the caller's.
 * O(reached streets + cells + points of the outlines).
 * @throws RangeError naming the value when a band is beyond the reach's limit.
 */
export function bandsOf(reach: Reach, within: readonly Seconds[], canvas: Canvas): Band[] {
  assertCurrent(reach)
  const rising = [...new Set(within.map((time) => limitOf(reach, time)))].sort((one, other) => one - other)
  const field = costField(reach, canvas)
  const drawn = field ? drawBands(reach.walker.graph, field, rising, canvas) : []
  return within.map((time) => ({ within: time, polygons: drawn[rising.indexOf(limitOf(reach, time))] ?? [] }))
}

function limitOf(reach: Reach, time: Seconds): number {
  const limit = Math.floor(time * reach.walker.costPerSecond + 1e-6)
  if (limit >= 0 && limit <= reach.limit) return limit
  const most = reach.limit / reach.walker.costPerSecond
  throw new RangeError(`a band must be within [0, ${most}] seconds of this reach, got ${time}`)
}

interface Drawing {
  readonly outer: { readonly outline: Outline; readonly area: number; readonly holes: Outline[] }[]
  readonly holes: Outline[]
}

function drawBands(
  graph: StreetGraph,
  field: Field,
  limits: readonly number[],
  { traced, smoothed }: Canvas,
): BandPolygon[][] {
  const drawings = limits.map((): Drawing => ({ outer: [], holes: [] }))
  traceOutlines(field, limits, traced, (index, outline) => {
    const area = signedArea(outline)
    const drawing = drawings[index]!
    if (area < 0) drawing.outer.push({ outline: drawnOutline(outline, smoothed), area: -area, holes: [] })
    else if (area >= SMALLEST_HOLE) drawing.holes.push(drawnOutline(outline, smoothed))
  })
  return drawings.map((drawing) => polygonsOf(graph, drawing))
}

/** Puts each hole into the smallest outline around it; the largest polygon comes first. */
function polygonsOf(graph: StreetGraph, { outer, holes }: Drawing): BandPolygon[] {
  outer.sort((one, other) => one.area - other.area)
  for (const hole of holes) {
    outer.find(({ outline }) => isInside(outline, hole.x[0]!, hole.y[0]!))?.holes.push(hole)
  }
  return outer
    .reverse()
    .map((polygon) => [polygon.outline, ...polygon.holes].map((outline) => positionsOf(graph, outline)))
}

function positionsOf({ plane }: StreetGraph, { count, x, y }: Outline): Wgs84[] {
  const positions: Wgs84[] = []
  for (let index = 0; index < count; index++) positions.push(positionOn(plane, x[index]!, y[index]!))
  return positions
}
