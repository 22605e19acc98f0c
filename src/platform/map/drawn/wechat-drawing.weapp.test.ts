import { wgs84 } from '../../../../core/kernel/units'
import { PALETTES } from '../../../theme/tokens'
import { thinned, wechatDrawing } from './wechat-drawing.weapp'

const ring = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    wgs84(121.4 + 0.01 * Math.cos((index / count) * 6.283), 31.24 + 0.01 * Math.sin((index / count) * 6.283)),
  )
const pin = (index: number) => ({
  id: `place-${index}`,
  position: wgs84(121.4, 31.24),
  sign: '食',
  name: '曹杨幸福饭堂·兰溪院',
  chosen: index === 0,
})

describe('a drawing for WeChat’s map', () => {
  it('stays below 40 kB of setData, however rugged the bands and however many the pins', () => {
    const bands = ([15, 10, 5] as const).map((minutes) => ({
      minutes,
      polygons: [[ring(2000)], [ring(300)]],
    }))
    const pins = Array.from({ length: 60 }, (_, index) => pin(index))
    const drawing = wechatDrawing({ bands, pins, path: ring(900), origin: pin(0).position }, PALETTES.light)
    expect(Buffer.byteLength(JSON.stringify(drawing))).toBeLessThan(40_000)
    expect(drawing.polygons).toHaveLength(6)
    expect(drawing.markers).toHaveLength(61)
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
