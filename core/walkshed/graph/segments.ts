/**
 * Geometry of segments in whole decimetres. Products of coordinates stay far below 2^53, so the side tests
 * are exact.
 */

/** On which side of the directed line a→b the point lies: positive left, negative right, 0 on it. */
function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax)
}

/**
 * Does the walk a→b cross the barrier segment c→d? A walk that starts or ends on the barrier does not cross
 * it; a walk through the joint of two barrier segments crosses exactly one of them.
 */
export function crosses(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const a = side(cx, cy, dx, dy, ax, ay)
  const b = side(cx, cy, dx, dy, bx, by)
  if (!((a > 0 && b < 0) || (a < 0 && b > 0))) return false
  return side(ax, ay, bx, by, cx, cy) >= 0 !== side(ax, ay, bx, by, dx, dy) >= 0
}

/** How far along a→b (0 to 1) its point nearest to (x, y) lies. */
export function nearestShare(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const dx = bx - ax
  const dy = by - ay
  const squared = dx * dx + dy * dy
  if (squared === 0) return 0
  const share = ((x - ax) * dx + (y - ay) * dy) / squared
  return share < 0 ? 0 : share > 1 ? 1 : share
}

/** Where along a→b (0 to 1) the line through c→d cuts it; the caller knows that they cross. */
export function crossingShare(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  const a = side(cx, cy, dx, dy, ax, ay)
  const b = side(cx, cy, dx, dy, bx, by)
  return a === b ? 0 : a / (a - b)
}

/**
 * Calls `visit(column, row)` for every cell of a square grid at (0, 0) that the segment touches; cells that it
 * only grazes may be visited too. Cells outside `columns` × `rows` are left out. O(cells touched).
 */
export function visitCells(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  cell: number,
  columns: number,
  rows: number,
  visit: (column: number, row: number) => void,
): void {
  const low = y0 < y1 ? y0 : y1
  const high = y0 < y1 ? y1 : y0
  const firstRow = Math.max(0, Math.floor(low / cell))
  const lastRow = Math.min(rows - 1, Math.floor(high / cell))
  for (let row = firstRow; row <= lastRow; row++) {
    const bottom = Math.max(low, row * cell)
    const top = Math.min(high, (row + 1) * cell)
    const atBottom = y0 === y1 ? x0 : x0 + ((x1 - x0) * (bottom - y0)) / (y1 - y0)
    const atTop = y0 === y1 ? x1 : x0 + ((x1 - x0) * (top - y0)) / (y1 - y0)
    // A whole decimetre of slack: a cell too many costs a test, a cell too few would leak.
    const left = Math.floor((Math.min(atBottom, atTop) - 1) / cell)
    const right = Math.floor((Math.max(atBottom, atTop) + 1) / cell)
    for (let column = Math.max(0, left); column <= Math.min(columns - 1, right); column++) visit(column, row)
  }
}
