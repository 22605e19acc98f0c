/**
 * Marks in `keep` the points between `first` and `last` (both kept already) without which the line would be
 * off by more than `tolerance`, in the unit of the coordinates (Douglas and Peucker, 1973). The line has
 * `count` points; `last` may be `count`, which closes it. O(n log n) in practice.
 */
export function keepPoints(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  first: number,
  last: number,
  count: number,
  tolerance: number,
  keep: Uint8Array,
): void {
  const stack = [first, last]
  while (stack.length > 0) {
    const end = stack.pop()!
    const start = stack.pop()!
    const farthest = farthestBetween(x, y, start, end, count, tolerance)
    if (farthest < 0) continue
    keep[farthest] = 1
    stack.push(start, farthest, farthest, end)
  }
}

/** The point that is farthest from the chord, or -1 when none is beyond the tolerance. */
function farthestBetween(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  start: number,
  end: number,
  count: number,
  tolerance: number,
): number {
  const ax = x[start]!
  const ay = y[start]!
  const dx = x[end === count ? 0 : end]! - ax
  const dy = y[end === count ? 0 : end]! - ay
  const squared = dx * dx + dy * dy
  let farthest = -1
  let most = tolerance * tolerance
  for (let index = start + 1; index < end; index++) {
    const px = x[index]! - ax
    const py = y[index]! - ay
    const share = squared === 0 ? 0 : (px * dx + py * dy) / squared
    const near = share < 0 ? 0 : share > 1 ? 1 : share
    const awayX = px - dx * near
    const awayY = py - dy * near
    const away = awayX * awayX + awayY * awayY
    if (away > most) {
      most = away
      farthest = index
    }
  }
  return farthest
}
