import { wgs84, type Wgs84 } from '../../../../core/kernel/units'
import { placeNames, placeOnRim, widthOf } from './place-names'

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

  it('of parks stand below or above the pin that every park has', () => {
    const pin = { x: 0, y: 0, halfWidth: 15, halfHeight: 15 }
    const park = { ...name('枣阳公园', [0, 0]), kind: 'green' as const }
    const below = (...taken: (typeof pin)[]) => placeNames([park], toPoint, 14, taken).map((one) => one.below)
    expect(below(pin)).toEqual([27])
    expect(below(pin, { ...pin, y: 35 })).toEqual([-27])
    expect(below(pin, { ...pin, y: 35 }, { ...pin, y: -35 })).toEqual([])
  })
})

describe('the minutes on a rim', () => {
  const rim = [wgs84(0, 0), wgs84(40, 0), wgs84(80, 0)]
  const size = { halfWidth: 20, halfHeight: 10 }
  const pinAt = (x: number) => ({ x, y: 0, halfWidth: 15, halfHeight: 15 })

  it('stand where they are wanted, else at the nearest place that hides no pin', () => {
    expect(placeOnRim(wgs84(0, 0), rim, toPoint, size, [])).toEqual([0, 0])
    expect(placeOnRim(wgs84(0, 0), rim, toPoint, size, [pinAt(0)])).toEqual([40, 0])
    expect(placeOnRim(wgs84(0, 0), rim, toPoint, size, [pinAt(0), pinAt(40)])).toEqual([80, 0])
  })

  it('stand where they are wanted when they would hide something everywhere', () => {
    expect(placeOnRim(wgs84(0, 0), rim, toPoint, size, [pinAt(0), pinAt(40), pinAt(80)])).toEqual([0, 0])
  })
})
