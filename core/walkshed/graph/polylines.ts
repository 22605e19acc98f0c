/**
 * Polylines laid end to end: line `i` has the points `start[i]` up to but not including `start[i + 1]`.
 * Coordinates are decimetres east and north of the graph's plane.
 */
export interface Polylines {
  readonly count: number
  readonly start: Uint32Array
  readonly x: Int32Array
  readonly y: Int32Array
}

/** Which polyline the point with this index belongs to. O(log count). */
export function lineOfPoint(lines: Polylines, point: number): number {
  const start = lines.start
  let low = 0
  let high = lines.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (start[middle]! <= point) low = middle
    else high = middle - 1
  }
  return low
}
