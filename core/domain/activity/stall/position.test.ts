import { inRow, overlapping, roundedPosition, signPlace } from './position'

describe('a row of stalls', () => {
  it('stands evenly from the first point to the last', () =>
    expect(inRow({ x: 0.1, y: 0.2 }, { x: 0.7, y: 0.8 }, 4)).toEqual([
      { x: 0.1, y: 0.2 },
      { x: 0.3, y: 0.4 },
      { x: 0.5, y: 0.6 },
      { x: 0.7, y: 0.8 },
    ]))

  it('of one stands in the middle, and of none is none', () => {
    expect(inRow({ x: 0, y: 0 }, { x: 1, y: 0.5 }, 1)).toEqual([{ x: 0.5, y: 0.25 }])
    expect(inRow({ x: 0, y: 0 }, { x: 1, y: 1 }, 0)).toEqual([])
  })
})

describe('positions', () => {
  it('are parts of a thousand, inside the plan', () =>
    expect(roundedPosition({ x: -0.2, y: 1.0001 })).toEqual({ x: 0, y: 1 }))
})

describe('a number on a plan', () => {
  it('stands inside at the rim with its whole sign', () =>
    expect([signPlace({ x: 0, y: 1 }), signPlace({ x: 0.25, y: 0.5 })]).toEqual([
      { left: '0%', top: '100%', transform: 'translate(0%, -100%)' },
      { left: '25%', top: '50%', transform: 'translate(-25%, -50%)' },
    ]))
})

describe('numbers that lie on each other', () => {
  const sign = (number: string, x: number, y = 0.5) => ({ number, position: { x, y } })

  it('are named once each, and only these', () => {
    const signs = [sign('1', 0.5), sign('2', 0.51), sign('3', 0.9)]
    expect(overlapping(signs, 36, 1.5).map((pair) => pair.map(({ number }) => number))).toEqual([['1', '2']])
  })

  it('need more room the longer they are, and less on a larger plan', () => {
    const apart = (one: string, other: string, width: number) =>
      overlapping([sign(one, 0.5), sign(other, 0.56)], width, 1.5).length
    expect([apart('1', '2', 36), apart('101', '102', 36), apart('101', '102', 60)]).toEqual([0, 1, 0])
  })

  it('may stand one above the other', () =>
    expect(overlapping([sign('1', 0.5, 0.4), sign('2', 0.5, 0.5)], 36, 1.5)).toEqual([]))
})
