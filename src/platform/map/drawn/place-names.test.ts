import { wgs84, type Wgs84 } from '../../../../core/kernel/units'
import { placeNames, widthOf } from './place-names'

/** A degree is a point on this screen. */
const toPoint = ([x, y]: Wgs84) => ({ x, y })
const name = (text: string, ...spots: [number, number, number?][]) => ({
  text,
  kind: 'street' as const,
  spots: spots.map(([x, y, angle = 0]) => ({ at: wgs84(x, y), angle })),
})
const placed = (...given: Parameters<typeof placeNames>) =>
  placeNames(...given).map(({ text, at }) => [text, ...at])

describe('names on the map', () => {
  it('stand at their best spot, and the most wanted first where two want the same', () => {
    const names = [name('兰溪路', [0, 0]), name('花溪路', [10, 0], [80, 0]), name('桂巷', [20, 5])]
    expect(placed(names, toPoint, 14, [])).toEqual([
      ['兰溪路', 0, 0],
      ['花溪路', 80, 0],
    ])
  })

  it('keep clear of pins', () => {
    const pin = { x: 0, y: 0, halfWidth: 15, halfHeight: 15 }
    expect(placed([name('兰溪路', [30, 0], [60, 0])], toPoint, 14, [pin])).toEqual([['兰溪路', 60, 0]])
  })

  it('take the room that they need when they are turned', () => {
    const upright = name('兰溪路', [0, 0, 90])
    expect(placed([upright, name('花溪路', [35, 0])], toPoint, 14, [])).toHaveLength(2)
    expect(placed([name('兰溪路', [0, 0]), name('花溪路', [35, 0])], toPoint, 14, [])).toHaveLength(1)
  })

  it('are as wide as their characters', () => {
    expect(widthOf('兰溪路', 14)).toBe(42)
    expect(widthOf('15 分钟', 10)).toBeCloseTo(20 + 3 * 5.6, 5)
  })
})
