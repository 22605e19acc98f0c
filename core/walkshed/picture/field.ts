import type { Reach } from '../walk/search'
import { UNREACHED } from '../walk/walker'
import { ASIDE, CELL, findBlocks, isCutIn, type Blocks, type Raster } from './blocks'
import { emptyCells, OFF_WEIGHT, UNKNOWN, type Canvas, type Cells, type Painting } from './painting'
import { sampleStreets, type Samples } from './samples'
import { spread } from './spread'

/**
 * One raster for all bands: what it costs to get to the centre of each cell, in decimetres. The arrays may be
 * longer than the raster; they are the canvas's, until the next field.
 */
export interface Field extends Raster {
  /** Along the streets and then straight off them, `UNREACHED` where no street is near enough. */
  readonly cost: Int32Array
  /** The off-street part of it, within `offStreet`; for the cells around what is reached how far they are, `UNKNOWN` elsewhere. */
  readonly off: Int16Array
  /** How far off the streets it reaches, in decimetres. */
  readonly offStreet: number
}

/** Cells around the samples beyond those that are spread to: no spreading leaves the raster. */
const MARGIN = 3

/**
 * The cost field of everything reached: streets are painted into the raster and spread up to `offStreet` off them,
 * never across a barrier and never off a bridge. O(reached streets + cells).
 */
export function costField(reach: Reach, canvas: Canvas, offStreet: number): Field | undefined {
  const { samples } = canvas
  sampleStreets(reach, samples)
  if (samples.count === 0) return undefined
  const raster = rasterAround(samples, Math.ceil(offStreet / CELL) + MARGIN)
  const painting: Painting = {
    ...raster,
    ...freshCells(canvas, raster.columns * raster.rows),
    blocks: findBlocks(reach.walker.graph, raster),
    offStreet,
  }
  spread(painting, paint(painting, samples, 0, samples.levelFrom))
  paint(painting, samples, samples.levelFrom, samples.count)
  return { ...raster, cost: unweighted(painting), off: painting.off, offStreet }
}

function freshCells(canvas: Canvas, count: number): Cells {
  if (canvas.cells.rank.length < count) canvas.cells = emptyCells(count)
  const { cells } = canvas
  cells.rank.fill(UNREACHED, 0, count)
  cells.off.fill(UNKNOWN, 0, count)
  return cells
}

function rasterAround(samples: Samples, margin: number): Raster {
  const firstColumn = Math.floor(samples.minX / CELL) - margin
  const firstRow = Math.floor(samples.minY / CELL) - margin
  return {
    x: firstColumn * CELL,
    y: firstRow * CELL,
    columns: Math.ceil(samples.maxX / CELL) + margin - firstColumn + 1,
    rows: Math.ceil(samples.maxY / CELL) + margin - firstRow + 1,
  }
}

/**
 * Gives the four centres around each sample its cost; puts those reached for the first time into the front and says
 * how many.
 */
function paint(painting: Painting, samples: Samples, first: number, end: number): number {
  const { x: left, y: bottom, columns, blocks, rank, off, eastward, northward, front } = painting
  const { x, y, cost } = samples
  let painted = 0
  for (let sample = first; sample < end; sample++) {
    const own = cost[sample]!
    const east = x[sample]! - left
    const north = y[sample]! - bottom
    const column = (east / CELL) | 0
    const row = (north / CELL) | 0
    const square = row * columns + column
    const isBlocked = blocks !== undefined && blocks.head[square]! >= 0
    let cell = square
    let dx = column * CELL - east
    let dy = row * CELL - north
    for (let corner = 0; corner < 4; corner++) {
      const known = rank[cell]!
      if (own < known) {
        const away = Math.sqrt(dx * dx + dy * dy) | 0
        const weighted = own + away * OFF_WEIGHT
        if (weighted < known && !(isBlocked && isCutOff(blocks, square, east, north, dx, dy))) {
          if (known === UNREACHED) front[painted++] = cell
          rank[cell] = weighted
          off[cell] = away
          eastward[cell] = dx
          northward[cell] = dy
        }
      }
      // East, then back west and one row up, then east again.
      if (corner === 1) {
        cell += columns - 1
        dx -= CELL
        dy += CELL
      } else {
        cell++
        dx += CELL
      }
    }
  }
  return painted
}

/** Does a barrier lie between a sample and the centre that is so far off it? */
const isCutOff = (
  blocks: Blocks,
  square: number,
  east: number,
  north: number,
  dx: number,
  dy: number,
): boolean => isCutIn(blocks, square, east, north, east + dx + ASIDE.east, north + dy + ASIDE.north)

function unweighted({ columns, rows, rank, off }: Painting): Int32Array {
  const cells = columns * rows
  for (let cell = 0; cell < cells; cell++) {
    if (rank[cell] !== UNREACHED) rank[cell]! -= off[cell]! * (OFF_WEIGHT - 1)
  }
  return rank
}
