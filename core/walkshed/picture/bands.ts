import type { Seconds, Wgs84 } from '../../kernel/units'
import { visitNear } from '../graph/grid'
import { positionOn } from '../graph/plane'
import type { StreetGraph } from '../graph/street-graph'
import { assertCurrent, type Reach } from '../walk/search'
import { CELL } from './blocks'
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

/** How wide a picture is drawn; metres and square metres. */
export interface Breadth {
  /** How far off a street one is taken to get; the way there costs its time. */
  readonly offStreet: number
  /** Holes up to that size are dropped, where no barrier runs in or along them. */
  readonly filledUpTo: number
}

/** The streets themselves, and what stands along them. */
const ALONG_STREETS: Breadth = { offStreet: 45, filledUpTo: 0 }

/**
 * Blocks: the way to the middle of one, 240 m across, counts as walked; one of up to 350 × 350 m that is reached all
 * around is filled. What lies behind water, a wall or a railway stays outside.
 */
export const BLOCKS: Breadth = { offStreet: 120, filledUpTo: 110 * 110 }

/** Holes below half a hectare are dropped, whatever is in them (in square decimetres). */
const SMALLEST_HOLE = 500_000

/**
 * The area reached within each time (seconds, inclusive), one set of polygons a band, from one raster field:
 * 45 m off the street at most, or as far as `breadth` says, not across a barrier. A picture only: who lies in a band is `walkSeconds`. The
 * canvas is worked in; the bands are the caller's.
 * O(reached streets + cells + points of the outlines).
 * @throws RangeError naming the value when a band is beyond the reach's limit.
 */
export function bandsOf(
  reach: Reach,
  within: readonly Seconds[],
  canvas: Canvas,
  breadth: Breadth = ALONG_STREETS,
): Band[] {
  assertCurrent(reach)
  const rising = [...new Set(within.map((time) => limitOf(reach, time)))].sort((one, other) => one - other)
  const field = costField(reach, canvas, breadth.offStreet * 10)
  const drawn = field ? drawBands(reach.walker.graph, field, rising, canvas, breadth.filledUpTo * 100) : []
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
  filledUpTo: number,
): BandPolygon[][] {
  const drawings = limits.map((): Drawing => ({ outer: [], holes: [] }))
  traceOutlines(field, limits, traced, (index, outline) => {
    const area = signedArea(outline)
    const drawing = drawings[index]!
    if (area < 0) drawing.outer.push({ outline: drawnOutline(outline, smoothed), area: -area, holes: [] })
    else if (area >= SMALLEST_HOLE && !(area <= filledUpTo && isOpenGround(graph, outline))) {
      drawing.holes.push(drawnOutline(outline, smoothed))
    }
  })
  return drawings.map((drawing) => polygonsOf(graph, drawing))
}

/** Is there no barrier inside the outline, or within a cell of it? O(barrier segments near × points of the outline). */
function isOpenGround({ barriers, barrierGrid }: StreetGraph, outline: Outline): boolean {
  const { x, y } = barriers.lines
  const [west, east] = spanOf(outline.x, outline.count)
  const [south, north] = spanOf(outline.y, outline.count)
  const isWithin = (px: number, py: number): boolean =>
    [CELL, -CELL].some(
      (aside) => isInside(outline, px + aside, py + aside) || isInside(outline, px - aside, py + aside),
    )
  const runsWithin = (p: number): boolean => {
    const [dx, dy] = [x[p + 1]! - x[p]!, y[p + 1]! - y[p]!]
    const steps = Math.ceil(Math.hypot(dx, dy) / CELL)
    for (let step = 0; step <= steps; step++) {
      const share = steps === 0 ? 0 : step / steps
      if (isWithin(x[p]! + dx * share, y[p]! + dy * share)) return true
    }
    return false
  }
  return !visitNear(barrierGrid, west, south, east, north, CELL, runsWithin)
}

function spanOf(values: ArrayLike<number>, count: number): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (let index = 0; index < count; index++) {
    low = Math.min(low, values[index]!)
    high = Math.max(high, values[index]!)
  }
  return [low, high]
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
