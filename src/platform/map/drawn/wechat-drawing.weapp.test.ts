import fc from 'fast-check'
import { wgs84, type Wgs84 } from '../../../../core/kernel/units'
import { PALETTES } from '../../../theme/tokens'
import { MOST_PINS } from './life-map-props'
import { cornersOf, cutOpen, thinned, wechatDrawing } from './wechat-drawing.weapp'

const ring = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    wgs84(121.4 + 0.01 * Math.cos((index / count) * 6.283), 31.24 + 0.01 * Math.sin((index / count) * 6.283)),
  )
const pin = (index: number) => ({
  id: `place-${index}`,
  position: wgs84(121.4, 31.24),
  sign: '食',
  words: '曹杨幸福饭堂·兰溪院，步行 6 分钟',
  chosen: index === 0,
})

describe('a drawing for WeChat’s map', () => {
  it('stays below 40 kB of setData, however rugged the bands and however many the pins', () => {
    const bands = ([15, 10, 5] as const).map((minutes) => ({
      minutes,
      polygons: [[ring(2000), ring(400)], [ring(300)]],
      labelAt: wgs84(121.41, 31.24),
    }))
    const pins = Array.from({ length: MOST_PINS }, (_, index) => pin(index))
    const drawing = wechatDrawing({ bands, pins, path: ring(900), origin: pin(0).position }, PALETTES.light)
    expect(Buffer.byteLength(JSON.stringify(drawing))).toBeLessThan(40_000)
    expect(drawing.polygons).toHaveLength(6)
    expect(drawing.markers).toHaveLength(MOST_PINS + 1 + 3)
  })

  it('draws one polygon for an outline with holes, without a line around it', () => {
    const bands = [{ minutes: 5 as const, polygons: [[ring(20), ring(8)], [ring(20)]], labelAt: null }]
    const { polygons } = wechatDrawing({ bands, pins: [], path: [], origin: pin(0).position }, PALETTES.light)
    expect(polygons.map(({ strokeWidth }) => strokeWidth)).toEqual([0, 1])
    expect(polygons.map(({ points }) => points.length)).toEqual([20 + 8 + 2, 20])
  })

  it('calls out the chosen place by name, and lets the others join in clusters', () => {
    const { markers } = wechatDrawing(
      { bands: [], pins: [pin(0), pin(1)], path: [], origin: pin(0).position },
      PALETTES.light,
    )
    expect(markers[0]).toMatchObject({
      callout: { content: '曹杨幸福饭堂·兰溪院，步行 6 分钟', display: 'ALWAYS' },
    })
    expect(markers[0]).not.toHaveProperty('joinCluster')
    expect(markers[1]).toMatchObject({ label: { content: '食' }, joinCluster: true })
  })

  it('writes the minutes at the rims, as labels that are no pins', () => {
    const bands = [
      { minutes: 10 as const, polygons: [[ring(20)]], labelAt: wgs84(121.41, 31.24) },
      { minutes: 5 as const, polygons: [], labelAt: null },
    ]
    const { markers } = wechatDrawing(
      { bands, pins: [pin(1)], path: [], origin: pin(0).position },
      PALETTES.light,
    )
    const [rim] = markers
    expect(rim).toMatchObject({ longitude: 121.41465, latitude: 31.23817, label: { content: '10 分钟' } })
    // A tap on it chooses nothing: its id is that of no pin.
    expect(Number(rim?.id)).toBeGreaterThan(MOST_PINS)
    expect(markers).toHaveLength(3)
  })

  it('shows the way to the chosen place whole, else the place, else the widest band, else what was seen before', () => {
    const origin = wgs84(121.4, 31.24)
    const around = {
      bands: [{ minutes: 15 as const, polygons: [[ring(40)]], labelAt: null }],
      pins: [pin(1)],
      origin,
      covered: 0,
    }
    const [southWest, northEast] = cornersOf({ ...around, path: [] })
    expect((northEast?.longitude ?? 0) - (southWest?.longitude ?? 0)).toBeCloseTo(0.02 * 1.16, 3)
    const [, far] = cornersOf({ ...around, path: [wgs84(121.4, 31.24), wgs84(121.405, 31.24)] })
    expect(far?.longitude).toBeCloseTo(121.4096 + 0.0004, 3)
    expect(cornersOf({ ...around, bands: [], path: [] })).toEqual([])
    // Wheels have no way to it over streets that nobody verified; it has to be seen all the same.
    const chosen = { ...pin(0), position: wgs84(121.43, 31.24) }
    const [, there] = cornersOf({ ...around, pins: [pin(1), chosen], path: [] })
    expect(there?.longitude).toBeCloseTo(121.4346 + 0.0024, 3)
  })

  it('keeps what is shown clear of a sheet that lies over the lower part of the map', () => {
    const way = [wgs84(121.4, 31.24), wgs84(121.404, 31.242)]
    const view = { bands: [], pins: [], path: way, origin: wgs84(121.4, 31.24) }
    const [low, high] = cornersOf({ ...view, covered: 0 })
    const [below, above] = cornersOf({ ...view, covered: 0.64 })
    const hidden = ((above?.latitude ?? 0) - (below?.latitude ?? 0)) * 0.64
    expect((below?.latitude ?? 0) + hidden).toBeLessThanOrEqual(low?.latitude ?? 0)
    expect(above?.latitude).toBeGreaterThanOrEqual(high?.latitude ?? 0)
    expect(above?.longitude).toBe(high?.longitude)
  })

  it('speaks GCJ-02, which lies half a kilometre off here', () => {
    const drawing = wechatDrawing(
      { bands: [], pins: [], path: [], origin: wgs84(121.4, 31.24) },
      PALETTES.light,
    )
    expect(drawing.markers[0]).toMatchObject({ longitude: 121.40465, latitude: 31.23817 })
    expect(drawing.polyline).toEqual([])
  })

  it('keeps the ends of a line that it thins', () => {
    const line = ring(10)
    expect(thinned(line, 3.2)).toEqual([line[0], line[4], line[8], line[9]])
    expect(thinned(line, 0.5)).toEqual(line)
  })
})

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
