import { countByMinute } from './minute-count'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('what breaks by the hundred', () => {
  it('is told at once, then once a minute with its number, and not while nothing breaks', () => {
    const told: number[] = []
    const lost = countByMinute((count) => told.push(count))
    for (let one = 0; one < 200; one += 1) lost.add()
    expect(told).toEqual([1])
    jest.advanceTimersByTime(60_000)
    expect(told).toEqual([1, 199])
    jest.advanceTimersByTime(600_000)
    expect(told).toEqual([1, 199])
    lost.add()
    expect(told).toEqual([1, 199, 1])
  })
})
