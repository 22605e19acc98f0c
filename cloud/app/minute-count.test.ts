import { countByMinute } from './minute-count'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('what breaks by the hundred', () => {
  it('is told at once, then once a minute with its number, and not while nothing breaks', () => {
    const counts: number[] = []
    const lost = countByMinute((count) => counts.push(count))
    for (let one = 0; one < 200; one += 1) lost.add()
    expect(counts).toEqual([1])
    jest.advanceTimersByTime(60_000)
    expect(counts).toEqual([1, 199])
    jest.advanceTimersByTime(600_000)
    expect(counts).toEqual([1, 199])
    lost.add()
    expect(counts).toEqual([1, 199, 1])
  })
})
