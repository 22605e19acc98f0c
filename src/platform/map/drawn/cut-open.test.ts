import fc from 'fast-check'
import { wgs84, type Wgs84 } from '../../../../core/kernel/units'
import { cutOpen } from './cut-open'

const square = (east: number, north: number, side: number): Wgs84[] => [
  wgs84(east, north),
  wgs84(east + side, north),
  wgs84(east + side, north + side),
  wgs84(east, north + side),
]
/** By the even-odd rule, as maps fill; cuts are walked twice and cancel out. */
function fills(ring: readonly Wgs84[], [x, y]: Wgs84): boolean {
  let inside = false
  ring.forEach(([bx, by], index) => {
    const [ax, ay] = ring[index === 0 ? ring.length - 1 : index - 1] ?? [bx, by]
    if (by > y !== ay > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside
  })
  return inside
}

describe('an outline cut open to its holes', () => {
  const rings = [square(0, 0, 1), square(0.1, 0.1, 0.2), square(0.5, 0.5, 0.3), square(0.35, 0.12, 0.1)]

  it('fills what the outline with its holes fills', () => {
    const one = cutOpen(rings)
    const part = fc.integer({ min: 0, max: 9_999 }).map((share) => (share + 0.5) / 9_000 - 0.05)
    fc.assert(
      fc.property(part, part, (east, north) => {
        const spot = wgs84(east, north)
        const [outer = [], ...holes] = rings
        expect(fills(one, spot)).toBe(fills(outer, spot) && !holes.some((hole) => fills(hole, spot)))
      }),
    )
  })

  it('walks each cut there and back, and nothing else is added', () => {
    expect(cutOpen(rings)).toHaveLength(4 * 4 + 2 * 3)
  })

  it('is the outline itself where there are no holes, and nothing of nothing', () => {
    expect(cutOpen([square(0, 0, 1)])).toEqual(square(0, 0, 1))
    expect(cutOpen([])).toEqual([])
  })
})
