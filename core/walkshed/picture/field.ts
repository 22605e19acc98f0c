import type { Reach } from '../walk/search'
import { UNREACHED } from '../walk/walker'
import { CELL, findBlocks, isCutIn, LINK, type Blocks, type Raster } from './blocks'
import { sampleStreets, type Samples } from './samples'

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

/** Off the street one is taken to get 45 m far. */
export const OFF_STREET = 450
export const UNKNOWN = 0x7fff
/** From a centre to the one diagonally next to it. */
const DIAGONAL = 170
/** One step more, so that the edge of the picture can be placed between cells. */
const RING = OFF_STREET + DIAGONAL
/**
 * Choosing where to leave the street, the way off it counts so much: places are tied to the nearest street,
 * so the picture does not cut corners either.
 */
const OFF_WEIGHT = 2
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
  const front = paint(painting, samples, 0, samples.levelFrom)
  spread(painting, front)
  paint(painting, samples, samples.levelFrom, samples.count)
  return { ...raster, cost: unweighted(painting), off: painting.off }
}

interface Room {
  /** Cost along the streets plus the weighted way off them. */
  readonly rank: Int32Array
  readonly off: Int16Array
  /** From the point of the street where each cell is left for, to the cell's centre. */
  readonly eastward: Int16Array
  readonly northward: Int16Array
  readonly queued: Uint8Array
}

interface Painting extends Raster, Room {
  readonly blocks: Blocks | undefined
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

/** Gives the four centres around each sample its cost; says which cells were reached for the first time. */
function paint(painting: Painting, samples: Samples, first: number, end: number): number[] {
  const { columns, blocks, rank, off, eastward, northward } = painting
  const painted: number[] = []
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
      if (known === UNREACHED) painted.push(cell)
      rank[cell] = own + away * OFF_WEIGHT
      off[cell] = away
      eastward[cell] = dx
      northward[cell] = dy
    }
  }
  return painted
}

/** Spreads from the painted cells, round by round, until no cell offers its neighbour a cheaper way. */
function spread(painting: Painting, painted: number[]): void {
  const { columns, queued } = painting
  const steps: Step[] = [
    { by: 1, eastward: CELL, northward: 0, linkAt: 0, link: LINK.east },
    { by: -1, eastward: -CELL, northward: 0, linkAt: -1, link: LINK.east },
    { by: columns, eastward: 0, northward: CELL, linkAt: 0, link: LINK.north },
    { by: -columns, eastward: 0, northward: -CELL, linkAt: -columns, link: LINK.north },
  ]
  for (let front = painted; front.length > 0;) {
    const next: number[] = []
    for (const step of steps) handOn(painting, front, next, step)
    for (let index = 0; index < next.length; index++) queued[next[index]!] = 0
    front = next
  }
}

/** From a cell to its neighbour on one side. */
interface Step {
  readonly by: number
  readonly eastward: number
  readonly northward: number
  /** The cell, relative to the one stepped from, that keeps the step's block, and the bit there. */
  readonly linkAt: number
  readonly link: number
}

/**
 * Every cell of the front hands on to its neighbour on one side where it is left for, if that is cheaper
 * there. Cells beside a street keep what it painted: a place there is tied to that street. Cells just too far
 * away learn how far they are; their rank stays `UNREACHED`.
 */
function handOn(painting: Painting, front: readonly number[], next: number[], step: Step): void {
  const { rank, off, eastward, northward, queued, blocks } = painting
  for (let index = 0; index < front.length; index++) {
    const cell = front[index]!
    const to = cell + step.by
    const known = rank[to]!
    const own = rank[cell]!
    if (known <= own || off[to]! <= DIAGONAL) continue
    const street = own - off[cell]! * OFF_WEIGHT
    const dx = eastward[cell]! + step.eastward
    const dy = northward[cell]! + step.northward
    const squared = dx * dx + dy * dy
    // The root is taken only where the answer changes something.
    const most = known === UNREACHED ? RING : ((known - street + OFF_WEIGHT - 1) / OFF_WEIGHT) | 0
    if (squared >= most * most) continue
    if (blocks !== undefined && (blocks.links[cell + step.linkAt]! & step.link) !== 0) continue
    const away = Math.sqrt(squared) | 0
    if (away > OFF_STREET) {
      if (known === UNREACHED && away < off[to]!) off[to] = away
      continue
    }
    rank[to] = street + away * OFF_WEIGHT
    off[to] = away
    eastward[to] = dx
    northward[to] = dy
    if (queued[to] === 0) {
      queued[to] = 1
      next.push(to)
    }
  }
}

function unweighted({ columns, rows, rank, off }: Painting): Int32Array {
  const cells = columns * rows
  for (let cell = 0; cell < cells; cell++) {
    if (rank[cell] !== UNREACHED) rank[cell]! -= off[cell]! * (OFF_WEIGHT - 1)
  }
  return rank
}
