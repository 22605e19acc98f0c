import { contours } from 'd3-contour'
import fc from 'fast-check'
import { UNREACHED } from '../walk/walker'
import { CELL, DIAGONAL } from './blocks'
import type { Field } from './field'
import { lineArrays, UNKNOWN } from './painting'
import { signedArea, type Outline } from './outline'
import { traceOutlines } from './trace'

const COLUMNS = 9
const ROWS = 8
const OFF_STREET = 450

/** Costs and ways off the street in the middle of an unreached raster. */
function fieldOf(cells: readonly { cost: number; off: number }[]): Field {
  const cost = new Int32Array(COLUMNS * ROWS).fill(UNREACHED)
  const off = new Int16Array(COLUMNS * ROWS).fill(UNKNOWN)
  cells.forEach((cell, index) => {
    const at = (1 + Math.floor(index / (COLUMNS - 2))) * COLUMNS + 1 + (index % (COLUMNS - 2))
    if (cell.off <= OFF_STREET) cost[at] = cell.cost
    off[at] = cell.off
  })
  return { x: 0, y: 0, columns: COLUMNS, rows: ROWS, cost, off, offStreet: OFF_STREET }
}

function traced(field: Field, limit: number): Outline[] {
  const outlines: Outline[] = []
  traceOutlines(field, [limit], lineArrays(4), (_, { count, x, y }) =>
    outlines.push({ count, x: Array.from(x).slice(0, count), y: Array.from(y).slice(0, count) }),
  )
  return outlines
}

/** The same edge by another library: where the distance to it, as the design defines it, is zero. */
function byLibrary({ cost, off }: Field, limit: number): number[][][] {
  const values = Array.from(cost, (value, cell) => {
    const left = value === UNREACHED ? DIAGONAL : limit - value
    const near = off[cell] === UNKNOWN ? -DIAGONAL : OFF_STREET - off[cell]!
    return Math.max(-DIAGONAL, Math.min(DIAGONAL, left, near))
  })
  const { coordinates } = contours().size([COLUMNS, ROWS]).contour(values, 0)
  return coordinates
    .flat()
    .map((ring) => ring.slice(0, -1).map(([x, y]) => [(x! - 0.5) * CELL, (y! - 0.5) * CELL]))
}

/** No quotient of the two ways to reckon lies half-way between two thousandths after this: so both round alike. */
const OFF_HALF = Math.PI / 10_000

const sorted = (points: readonly (readonly number[])[]): string[] =>
  points.map((point) => point.map((value) => (value + OFF_HALF).toFixed(3)).join(' ')).sort()

/** Nothing lies on the edge itself, where the outline shrinks to a point that the library leaves out. */
const odd = (max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: max / 2 }).map((half) => half * 2 + 1)

const cells = fc.array(fc.record({ cost: odd(1200), off: fc.oneof(odd(600), fc.constant(UNKNOWN)) }), {
  minLength: 0,
  maxLength: (COLUMNS - 2) * (ROWS - 2),
})

describe('traceOutlines', () => {
  it('finds the lines that d3-contour finds', () => {
    fc.assert(
      fc.property(cells, (drawn) => {
        const field = fieldOf(drawn)
        const outlines = traced(field, 600)
        const rings = byLibrary(field, 600)
        const points = outlines.flatMap(({ x, y }) => Array.from(x, (value, k) => [value, y[k]!]))
        expect(sorted(points)).toEqual(sorted(rings.flat()))
        expect(outlines).toHaveLength(rings.length)
      }),
      { numRuns: 400 },
    )
  })

  it('runs clockwise around what is inside and anticlockwise around a hole', () => {
    const ring = Array.from({ length: 42 }, (_, k) => ({ cost: 100, off: k === 16 ? UNKNOWN : 0 }))
    const areas = traced(fieldOf(ring), 600).map(signedArea)
    expect(areas.filter((area) => area < 0)).toHaveLength(1)
    expect(areas.filter((area) => area > 0)).toHaveLength(1)
    expect(Math.min(...areas)).toBeLessThan(-30 * CELL * CELL)
    expect(Math.max(...areas)).toBeLessThan(CELL * CELL)
  })

  it('draws several limits in one go as it draws each alone', () => {
    fc.assert(
      fc.property(cells, (drawn) => {
        const field = fieldOf(drawn)
        const together: string[][] = [[], [], []]
        traceOutlines(field, [200, 600, 1000], lineArrays(4), (index, outline) =>
          together[index]!.push(signedArea(outline).toFixed(3)),
        )
        const alone = [200, 600, 1000].map((limit) =>
          traced(field, limit).map((outline) => signedArea(outline).toFixed(3)),
        )
        expect(together).toEqual(alone)
      }),
    )
  })

  it('refuses more limits than it has marks for', () => {
    const limits = Array.from({ length: 9 }, (_, k) => k)
    expect(() => traceOutlines(fieldOf([]), limits, lineArrays(4), () => undefined)).toThrow('at most 8')
  })
})
