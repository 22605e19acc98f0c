import { at, type Spot } from '../testing/town'
import { insideTest } from './area'

const square = (side: number): [number, number][] =>
  (
    [
      [0, 0],
      [side, 0],
      [side, side],
      [0, side],
    ] as Spot[]
  ).map((spot) => [...at(...spot)] as [number, number])

describe('insideTest', () => {
  const inside = insideTest({ rings: [square(1000)], margin: 500 })
  const holds = (east: number, north: number): boolean =>
    inside(...(at(east, north) as readonly [number, number]))

  it('holds the area and its margin, around corners too', () => {
    expect(holds(500, 500)).toBe(true)
    expect(holds(1490, 500)).toBe(true)
    expect(holds(1510, 500)).toBe(false)
    expect(holds(-350, -350)).toBe(true)
    expect(holds(-360, -360)).toBe(false)
  })

  it('leaves a hole out, but not its margin', () => {
    const hole = square(1000).map(([x, y]): [number, number] => [x, y])
    const withHole = insideTest({ rings: [square(3000), hole], margin: 0 })
    const at2000 = at(2000, 2000)
    const at500 = at(500, 500)
    expect(withHole(at2000[0], at2000[1])).toBe(true)
    expect(withHole(at500[0], at500[1])).toBe(false)
  })
})
