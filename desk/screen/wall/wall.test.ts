import { instant, parseInstant } from '../../../core/kernel/shanghai-time'
import { isMirrored, swayAt } from './burn-in'
import { pageAt, pageStarts } from './paging'

const NINE = parseInstant('2026-11-28T01:00:00Z')
const later = (minutes: number) => instant(NINE + minutes * 60_000)

describe('pages of activities', () => {
  it('take as many lines as fit', () => {
    expect(pageStarts([100, 100, 150, 50, 100], 250)).toEqual([0, 2, 4])
    expect(pageStarts([100, 100], 250)).toEqual([0])
    expect(pageStarts([], 250)).toEqual([])
  })

  it('show a line that is too high alone', () => {
    expect(pageStarts([100, 300, 100], 250)).toEqual([0, 1, 2])
  })

  it('take turns with each code', () => {
    const turns = [0, 15, 30, 45].map((seconds) => pageAt(3, instant(NINE + seconds * 1000)))
    expect(new Set(turns.slice(0, 3)).size).toBe(3)
    expect(turns[3]).toBe(turns[0])
    expect(pageAt(1, NINE)).toBe(0)
    expect(pageAt(0, NINE)).toBe(0)
  })
})

describe('against burning in', () => {
  it('the picture sways a little each minute, within its frame, and stands in many places', () => {
    const places = Array.from({ length: 24 * 60 }, (_, minute) => swayAt(later(minute)))
    for (const [index, { across, down }] of places.entries()) {
      expect(Math.max(Math.abs(across), Math.abs(down))).toBeLessThanOrEqual(1)
      const before = places[index - 1] ?? { across, down }
      expect(Math.abs(across - before.across)).toBeLessThan(0.25)
      expect(Math.abs(down - before.down)).toBeLessThan(0.25)
    }
    expect(new Set(places.map(({ across, down }) => `${across.toFixed(3)} ${down.toFixed(3)}`)).size).toBe(
      24 * 60,
    )
  })

  it('code and words change sides every hour', () => {
    expect(isMirrored(NINE)).not.toBe(isMirrored(later(60)))
    expect(isMirrored(NINE)).toBe(isMirrored(later(59)))
  })
})
