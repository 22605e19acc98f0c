import { visitNear } from '../graph/grid'
import { crosses, visitCells } from '../graph/segments'
import type { StreetGraph } from '../graph/street-graph'

/**
 * Side of a cell of the field in decimetres: 14 m. At 12 m the picture took a quarter longer and was no truer; at
 * 15 m the pointed ends of streets were cut off (measured on Porto).
 */
export const CELL = 140
/** From a centre to the one diagonally next to it. */
export const DIAGONAL = Math.round(CELL * Math.SQRT2)

/**
 * Where barriers are asked about, centres stand half a decimetre aside: one that lay on a barrier itself, as whole
 * rows of them do where it is drawn straight, would let everything through.
 */
export const ASIDE = { east: 0.5, north: 0.25 } as const

/** A square grid of cell centres; the centre of (column, row) is at `x + column * CELL`, `y + row * CELL`. */
export interface Raster {
  readonly x: number
  readonly y: number
  readonly columns: number
  readonly rows: number
}

/** Bits of `Blocks.links`: the step from the cell to its neighbour is forbidden. */
export const LINK = { east: 1, north: 2 } as const

/**
 * The barriers as the field sees them. A square is what lies between four neighbouring centres; it is named
 * by the one with the least coordinates.
 */
export interface Blocks {
  /** By cell. */
  readonly links: Uint8Array
  /** By square: the first entry of its barrier segments, -1 without any. */
  readonly head: Int32Array
  readonly next: readonly number[]
  /** First points of the segments. */
  readonly segment: readonly number[]
  readonly graph: StreetGraph
  readonly raster: Raster
}

/** Finds every step between neighbouring centres that a barrier forbids. O(squares that barriers touch). */
export function findBlocks(graph: StreetGraph, raster: Raster): Blocks | undefined {
  const { columns, rows } = raster
  const { x, y } = graph.barriers.lines
  const seen = new Set<number>()
  visitNear(
    graph.barrierGrid,
    raster.x,
    raster.y,
    raster.x + columns * CELL,
    raster.y + rows * CELL,
    0,
    (p) => {
      seen.add(p)
      return false
    },
  )
  if (seen.size === 0) return undefined
  const head = new Int32Array(columns * rows).fill(-1)
  const next: number[] = []
  const segment: number[] = []
  for (const p of seen) {
    const [ax, ay] = [x[p]! - raster.x - ASIDE.east, y[p]! - raster.y - ASIDE.north]
    const [bx, by] = [x[p + 1]! - raster.x - ASIDE.east, y[p + 1]! - raster.y - ASIDE.north]
    visitCells(ax, ay, bx, by, CELL, columns, rows, (column, row) => {
      const square = row * columns + column
      next.push(head[square]!)
      head[square] = segment.push(p) - 1
    })
  }
  const blocks: Blocks = { links: new Uint8Array(columns * rows), head, next, segment, graph, raster }
  for (let square = 0; square < head.length; square++) {
    if (head[square]! >= 0) blocks.links[square] = forbiddenSteps(blocks, square)
  }
  return blocks
}

function forbiddenSteps(blocks: Blocks, square: number): number {
  const { columns } = blocks.raster
  const west = (square % columns) * CELL + ASIDE.east
  const south = Math.floor(square / columns) * CELL + ASIDE.north
  return (
    (isCutIn(blocks, square, west, south, west + CELL, south) ? LINK.east : 0) |
    (isCutIn(blocks, square, west, south, west, south + CELL) ? LINK.north : 0)
  )
}

/** Does a barrier cross a→b, both inside the square? Decimetres from the raster's first centre. */
export function isCutIn(
  { graph, raster, head, next, segment }: Blocks,
  square: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  const { x, y } = graph.barriers.lines
  for (let entry = head[square]!; entry >= 0; entry = next[entry]!) {
    const p = segment[entry]!
    const cx = x[p]! - raster.x
    const cy = y[p]! - raster.y
    if (crosses(ax, ay, bx, by, cx, cy, x[p + 1]! - raster.x, y[p + 1]! - raster.y)) return true
  }
  return false
}
