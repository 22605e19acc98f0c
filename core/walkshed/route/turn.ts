export type Turn = 'start' | 'straight' | 'slight_left' | 'left' | 'slight_right' | 'right' | 'back'

/** Bearings are taken over this many decimetres, so that a kink at a kerb is not told as a turn. */
const LOOK = 100

/** How one turns from one stretch of points into the next (decimetres, east and north). */
export function turnBetween(
  before: readonly (readonly [number, number])[],
  after: readonly (readonly [number, number])[],
): Turn {
  const came = heading([...before].reverse())
  const goes = heading(after)
  if (!came || !goes) return 'straight'
  const [inX, inY] = [-came[0], -came[1]]
  const angle = (Math.atan2(inX * goes[1] - inY * goes[0], inX * goes[0] + inY * goes[1]) * 180) / Math.PI
  const steep = Math.abs(angle)
  if (steep < 25) return 'straight'
  if (steep > 155) return 'back'
  if (angle > 0) return steep < 60 ? 'slight_left' : 'left'
  return steep < 60 ? 'slight_right' : 'right'
}

/** From the first point to the first one that is far enough away to tell a direction, or to the last. */
function heading(points: readonly (readonly [number, number])[]): [number, number] | undefined {
  const start = points[0]
  if (!start) return undefined
  for (const [x, y] of points) {
    if (Math.hypot(x - start[0], y - start[1]) >= LOOK) return [x - start[0], y - start[1]]
  }
  const end = points[points.length - 1]!
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  return dx === 0 && dy === 0 ? undefined : [dx, dy]
}
