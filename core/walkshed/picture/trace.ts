import { UNREACHED } from '../walk/walker'
import { CELL, DIAGONAL } from './blocks'
import type { Field } from './field'
import { lineArrays, UNKNOWN, type LineArrays } from './painting'
import type { Outline } from './outline'

/** Costs further than this from the edge say no more about where it runs. */
const CLAMP = DIAGONAL
const MOST_LIMITS = 8

/**
 * For each limit, visits the outlines of the cells that cost at most that much (inclusive): outer ones
 * clockwise, those of holes anticlockwise. Each runs between a cell inside on its right and one outside on its
 * left, placed by linear interpolation; cells that touch only at a corner are not joined. An outline lives in
 * `line`, until the next one. Limits rise, at most eight. O(cells + points).
 *
 * Marching squares with a wall follower: d3-contour finds the same lines, but looking at every square through
 * a callback, once a limit, took it two thirds of the whole picture's time (measured on Porto).
 */
export function traceOutlines(
  field: Field,
  limits: readonly number[],
  line: LineArrays,
  visit: (limitIndex: number, outline: Outline) => void,
): void {
  if (limits.length > MOST_LIMITS) throw new RangeError(`at most ${MOST_LIMITS} bands, got ${limits.length}`)
  const { columns, rows, cost } = field
  // One bit a limit: the outline that enters this cell from the west is drawn already.
  const seen = new Uint8Array(columns * rows)
  for (let row = 1; row < rows - 1; row++) {
    const end = (row + 1) * columns - 1
    // Which limits the cell before is beyond; its costs are within (low, high].
    let beyond = limits.length
    let low = limits[beyond - 1] ?? -1
    let high = UNREACHED
    for (let cell = row * columns + 1; cell < end; cell++) {
      const own = cost[cell]!
      if (own > low && own <= high) continue
      const before = beyond
      for (beyond = 0; beyond < limits.length && own > limits[beyond]!;) beyond++
      low = limits[beyond - 1] ?? -1
      high = limits[beyond] ?? UNREACHED
      // Every outline, of a hole too, somewhere enters the inside from the west.
      for (let k = beyond; k < before; k++) {
        if ((seen[cell]! & (1 << k)) === 0) visit(k, follow(field, limits[k]!, cell, line, seen, 1 << k))
      }
    }
  }
}

/** Walks from the western edge of `start` northwards, the inside at the right hand, until back there. */
function follow(
  field: Field,
  limit: number,
  start: number,
  line: LineArrays,
  seen: Uint8Array,
  bit: number,
): Outline {
  let { x, y } = line
  const { cost, off, offStreet, columns } = field
  let count = 0
  let [left, right] = [start - 1, start]
  // The step ahead, as a difference of cells; turning right makes north east.
  let ahead = columns
  do {
    if (ahead === columns) seen[right]! |= bit
    if (count === x.length) ({ x, y } = grown(line))
    const inside = insideness(cost[right]!, off[right]!, limit, offStreet)
    const share = inside / (inside - insideness(cost[left]!, off[left]!, limit, offStreet))
    const row = (right / columns) | 0
    const column = right - row * columns
    const across = left - right
    const isEastWest = across === 1 || across === -1
    x[count] = field.x + (isEastWest ? column + across * share : column) * CELL
    y[count] = field.y + (isEastWest ? row : across > 0 ? row + share : row - share) * CELL
    count++
    if (cost[right + ahead]! > limit) {
      left = right + ahead
      ahead = rightOf(ahead, columns)
    } else if (cost[left + ahead]! <= limit) {
      right = left + ahead
      ahead = -rightOf(ahead, columns)
    } else {
      left += ahead
      right += ahead
    }
  } while (right !== start || left !== start - 1)
  return { count, x, y }
}

function rightOf(ahead: number, columns: number): number {
  if (ahead === columns) return 1
  if (ahead === 1) return -columns
  return ahead === -columns ? -1 : columns
}

function grown(line: LineArrays): LineArrays {
  const { x, y } = line
  Object.assign(line, lineArrays(x.length * 2))
  line.x.set(x)
  line.y.set(y)
  return line
}

/** About the distance of a cell to the edge: not negative inside. */
function insideness(cost: number, off: number, limit: number, offStreet: number): number {
  const left = cost === UNREACHED ? CLAMP : limit - cost
  const near = off === UNKNOWN ? -CLAMP : offStreet - off
  const least = left < near ? left : near
  return least > CLAMP ? CLAMP : least < -CLAMP ? -CLAMP : least
}
