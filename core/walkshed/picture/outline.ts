import { keepPoints } from '../graph/simplify'
import { lineArrays, type LineArrays } from './painting'

/** A closed line in decimetres, first point not repeated; the arrays may be longer than the line. */
export interface Outline {
  readonly count: number
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
}

/** Points that lie less than 3.6 m off are left out: less than a third of a cell. */
const TOLERANCE = 36

/** Area inside the outline in square decimetres: positive when it runs anticlockwise. */
export function signedArea({ count, x, y }: Outline): number {
  let doubled = 0
  let before = count - 1
  for (let index = 0; index < count; index++) {
    doubled += x[before]! * y[index]! - y[before]! * x[index]!
    before = index
  }
  return doubled / 2
}

/** Is the point inside the outline? */
export function isInside({ count, x, y }: Outline, px: number, py: number): boolean {
  let inside = false
  let before = count - 1
  for (let index = 0; index < count; index++) {
    const [ax, ay, bx, by] = [x[before]!, y[before]!, x[index]!, y[index]!]
    if (by > py !== ay > py && px < ax + ((bx - ax) * (py - ay)) / (by - ay)) inside = !inside
    before = index
  }
  return inside
}

/**
 * The outline without the steps of the raster: each point moves halfway towards the middle of its neighbours,
 * twice, and points that the eye does not miss are left out. `smoothed` is worked in. O(n log n) in practice.
 */
export function drawnOutline(outline: Outline, smoothed: LineArrays): Outline {
  const { count } = outline
  if (smoothed.x.length < count) Object.assign(smoothed, lineArrays(count * 2))
  smoothInto(smoothed.x, outline.x, count)
  smoothInto(smoothed.y, outline.y, count)
  return simplified({ count, x: smoothed.x, y: smoothed.y })
}

/** Twice halfway towards the neighbours' middle is this mean of five points. */
function smoothInto(smoothed: Float64Array, axis: ArrayLike<number>, count: number): void {
  for (let index = 0; index < count; index++) {
    const before = index === 0 ? count - 1 : index - 1
    const after = index === count - 1 ? 0 : index + 1
    const farBefore = axis[before === 0 ? count - 1 : before - 1]!
    const farAfter = axis[after === count - 1 ? 0 : after + 1]!
    smoothed[index] = (farBefore + farAfter + 4 * (axis[before]! + axis[after]!) + 6 * axis[index]!) / 16
  }
}

function simplified(outline: Outline): Outline {
  const { count, x, y } = outline
  const keep = new Uint8Array(count)
  const opposite = farthestFromFirst(outline)
  keep[0] = 1
  keep[opposite] = 1
  keepPoints(x, y, 0, opposite, count, TOLERANCE, keep)
  keepPoints(x, y, opposite, count, count, TOLERANCE, keep)
  const kept: { count: number; x: number[]; y: number[] } = { count: 0, x: [], y: [] }
  for (let index = 0; index < count; index++) {
    if (keep[index] === 0) continue
    kept.x.push(x[index]!)
    kept.y.push(y[index]!)
    kept.count++
  }
  return kept.count < 3 ? { count, x: Array.from(x).slice(0, count), y: Array.from(y).slice(0, count) } : kept
}

function farthestFromFirst({ count, x, y }: Outline): number {
  let farthest = 1
  let most = -1
  for (let index = 1; index < count; index++) {
    const dx = x[index]! - x[0]!
    const dy = y[index]! - y[0]!
    const away = dx * dx + dy * dy
    if (away > most) {
      most = away
      farthest = index
    }
  }
  return farthest
}
