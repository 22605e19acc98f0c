import fc from 'fast-check'
import { straightLine } from './distance'
import { wgs84, type Wgs84 } from './units'

const somewhere = fc
  .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
  .map(([longitude, latitude]): Wgs84 => wgs84(longitude, latitude))

describe('straightLine', () => {
  it('measures one degree of latitude as 111.2 km', () => {
    expect(straightLine(wgs84(121.4, 31), wgs84(121.4, 32))).toBeCloseTo(111_195, -2)
  })

  it('is the same both ways, never negative, and at most half way round the Earth', () => {
    fc.assert(
      fc.property(somewhere, somewhere, (from, to) => {
        const there = straightLine(from, to)
        return there >= 0 && there <= 20_015_200 && Math.abs(there - straightLine(to, from)) < 1e-6
      }),
    )
  })

  it.each([
    [Number.NaN, 31, 'longitude'],
    [181, 31, 'longitude'],
    [121, 91, 'latitude'],
  ])('refuses the position %p, %p and names the %s', (longitude, latitude, name) => {
    expect(() => wgs84(longitude, latitude)).toThrow(name)
  })
})
