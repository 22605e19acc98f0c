import { visitCells } from './segments'
import type { Polylines } from './polylines'

/** Which segments touch which square cell; a segment is named by the index of its first point. */
export interface Grid {
  /** Side of a cell in decimetres. */
  readonly cell: number
  readonly minX: number
  readonly minY: number
  readonly columns: number
  readonly rows: number
  /** Items of cell `c` are `item[start[c]]` up to but not including `item[start[c + 1]]`. */
  readonly start: Uint32Array
  readonly item: Uint32Array
}

const EMPTY: Omit<Grid, 'cell'> = {
  minX: 0,
  minY: 0,
  columns: 0,
  rows: 0,
  start: new Uint32Array(1),
  item: new Uint32Array(0),
}

/** Indexes every segment of the lines. Linear in the cells that they touch. */
export function buildGrid(lines: Polylines, cell: number): Grid {
  const { x, y } = lines
  if (x.length === 0) return { cell, ...EMPTY }
  let minX = x[0]!
  let maxX = minX
  let minY = y[0]!
  let maxY = minY
  for (let point = 1; point < x.length; point++) {
    minX = Math.min(minX, x[point]!)
    maxX = Math.max(maxX, x[point]!)
    minY = Math.min(minY, y[point]!)
    maxY = Math.max(maxY, y[point]!)
  }
  const columns = Math.floor((maxX - minX) / cell) + 1
  const rows = Math.floor((maxY - minY) / cell) + 1
  const start = new Uint32Array(columns * rows + 1)
  const visitSegments = (visit: (cellIndex: number, segment: number) => void): void => {
    for (let line = 0; line < lines.count; line++) {
      const last = lines.start[line + 1]! - 1
      for (let p = lines.start[line]!; p < last; p++) {
        const place = (column: number, row: number): void => visit(row * columns + column, p)
        visitCells(x[p]! - minX, y[p]! - minY, x[p + 1]! - minX, y[p + 1]! - minY, cell, columns, rows, place)
      }
    }
  }
  visitSegments((cellIndex) => start[cellIndex + 1]!++)
  for (let index = 0; index < columns * rows; index++) start[index + 1]! += start[index]!
  const item = new Uint32Array(start[columns * rows]!)
  const free = start.slice(0, columns * rows)
  visitSegments((cellIndex, segment) => {
    item[free[cellIndex]!++] = segment
  })
  return { cell, minX, minY, columns, rows, start, item }
}

/** First and last column or row (inclusive, clamped) of the cells between two coordinates. */
export const firstCell = (low: number, min: number, cell: number): number =>
  Math.max(0, Math.floor((low - min) / cell))
export const lastCell = (high: number, min: number, cell: number, count: number): number =>
  Math.min(count - 1, Math.floor((high - min) / cell))

/**
 * Calls `visit` with every segment in the cells around the box of a→b, widened by `margin`, until it returns
 * true; a segment may come more than once. Says whether it did.
 */
export function visitNear(
  grid: Grid,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  margin: number,
  visit: (segment: number) => boolean,
): boolean {
  const lastRow = lastCell(Math.max(ay, by) + margin, grid.minY, grid.cell, grid.rows)
  const lastColumn = lastCell(Math.max(ax, bx) + margin, grid.minX, grid.cell, grid.columns)
  const firstColumn = firstCell(Math.min(ax, bx) - margin, grid.minX, grid.cell)
  for (let row = firstCell(Math.min(ay, by) - margin, grid.minY, grid.cell); row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = row * grid.columns + column
      for (let k = grid.start[cell]!; k < grid.start[cell + 1]!; k++) {
        if (visit(grid.item[k]!)) return true
      }
    }
  }
  return false
}
