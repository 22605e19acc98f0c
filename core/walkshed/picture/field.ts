import type { Reach } from '../walk/search'
import { UNREACHED } from '../walk/walker'
import { CELL, findBlocks, isCutIn, type Raster } from './blocks'
import { OFF_WEIGHT, UNKNOWN, type Painting, type Room } from './painting'
import { sampleStreets, type Samples } from './samples'
import { spread } from './spread'

/**
 * One raster for all bands: what it costs to get to the centre of each cell, in decimetres. The arrays may be
 * longer than the raster; they are shared room, until the next field.
 */
export interface Field extends Raster {
  /** Along the streets and then straight off them, `UNREACHED` where no street is near enough. */
  readonly cost: Int32Array
  /** The off-street part of it; for the cells around what is reached how far they are, `UNKNOWN` elsewhere. */
  readonly off: Int16Array
}

/** Cells around the samples: no spreading leaves the raster. */
const MARGIN = 7

/**
 * The cost field of everything reached: streets are painted into the raster and spread up to 45 m off them,
 * never across a barrier and never off a bridge. O(reached streets + cells).
 */
export function costField(reach: Reach): Field | undefined {
  const samples = sampleStreets(reach)
  if (samples.count === 0) return undefined
  const raster = rasterAround(samples)
  const painting: Painting = {
    ...raster,
    ...roomFor(raster.columns * raster.rows),
    blocks: findBlocks(reach.walker.graph, raster),
  }
  spread(painting, paint(painting, samples, 0, samples.levelFrom))
  paint(painting, samples, samples.levelFrom, samples.count)
  return { ...raster, cost: unweighted(painting), off: painting.off }
}

let room: Room | undefined

function roomFor(cells: number): Room {
  if (!room || room.rank.length < cells) {
    room = {
      rank: new Int32Array(cells),
      off: new Int16Array(cells),
      eastward: new Int16Array(cells),
      northward: new Int16Array(cells),
      queued: new Uint8Array(cells),
      front: new Int32Array(cells),
      nextFront: new Int32Array(cells),
    }
  }
  room.rank.fill(UNREACHED, 0, cells)
  room.off.fill(UNKNOWN, 0, cells)
  return room
}

function rasterAround(samples: Samples): Raster {
  const firstColumn = Math.floor(samples.minX / CELL) - MARGIN
  const firstRow = Math.floor(samples.minY / CELL) - MARGIN
  return {
    x: firstColumn * CELL,
    y: firstRow * CELL,
    columns: Math.ceil(samples.maxX / CELL) + MARGIN - firstColumn + 1,
    rows: Math.ceil(samples.maxY / CELL) + MARGIN - firstRow + 1,
  }
}

/** Gives the four centres around each sample its cost; puts those reached for the first time into the front and says how many. */
function paint(painting: Painting, samples: Samples, first: number, end: number): number {
  const { columns, blocks, rank, off, eastward, northward, front } = painting
  let painted = 0
  for (let sample = first; sample < end; sample++) {
    const east = samples.x[sample]! - painting.x
    const north = samples.y[sample]! - painting.y
    const column = (east / CELL) | 0
    const row = (north / CELL) | 0
    const own = samples.cost[sample]!
    const square = row * columns + column
    const isBlocked = blocks !== undefined && blocks.head[square]! >= 0
    for (let corner = 0; corner < 4; corner++) {
      const cell = square + (corner & 1) + (corner & 2 ? columns : 0)
      const known = rank[cell]!
      if (own >= known) continue
      const dx = (column + (corner & 1)) * CELL - east
      const dy = (row + (corner >> 1)) * CELL - north
      const away = Math.sqrt(dx * dx + dy * dy) | 0
      if (own + away * OFF_WEIGHT >= known) continue
      if (isBlocked && isCutIn(blocks, square, east, north, east + dx, north + dy)) continue
      if (known === UNREACHED) front[painted++] = cell
      rank[cell] = own + away * OFF_WEIGHT
      off[cell] = away
      eastward[cell] = dx
      northward[cell] = dy
    }
  }
  return painted
}

function unweighted({ columns, rows, rank, off }: Painting): Int32Array {
  const cells = columns * rows
  for (let cell = 0; cell < cells; cell++) {
    if (rank[cell] !== UNREACHED) rank[cell]! -= off[cell]! * (OFF_WEIGHT - 1)
  }
  return rank
}
