import type { ShanghaiDay } from '../../../kernel/shanghai-time'
import { datesOf, type WeeklySeries } from './series'
import { at } from '../testing/class'

const day = (text: string): ShanghaiDay => text as ShanghaiDay

const TUESDAYS: WeeklySeries = {
  weekday: 2,
  everyWeeks: 1,
  from: day('2026-03-01'),
  until: day('2026-03-31'),
  startMinute: 9 * 60,
  endMinute: 10 * 60 + 30,
  without: [],
}
const daysOf = (changes: Partial<WeeklySeries>) =>
  datesOf({ ...TUESDAYS, ...changes }).map((date) => date.day)

describe('datesOf', () => {
  it('gives every Tuesday from the first day up to the last, which is not in it', () => {
    expect(daysOf({})).toEqual(['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24'])
    expect(daysOf({ until: day('2026-04-01') })).toHaveLength(5)
  })

  it('begins on the first day itself where that is the weekday', () => {
    expect(daysOf({ from: day('2026-03-03') })[0]).toBe('2026-03-03')
    expect(daysOf({ from: day('2026-03-04') })[0]).toBe('2026-03-10')
  })

  it('keeps the rhythm of other weeks when a date drops out', () => {
    expect(daysOf({ everyWeeks: 2 })).toEqual(['2026-03-03', '2026-03-17'])
    expect(daysOf({ everyWeeks: 2, without: [day('2026-03-03')] })).toEqual(['2026-03-17'])
  })

  it('starts and ends at the same time of the Shanghai day', () => {
    expect(datesOf(TUESDAYS)[1]).toEqual({
      day: '2026-03-10',
      startsAt: at('2026-03-10T09:00'),
      endsAt: at('2026-03-10T10:30'),
    })
  })

  it('gives none where the days are too few', () => {
    expect(daysOf({ until: day('2026-03-03') })).toEqual([])
    expect(daysOf({ until: day('2026-02-01') })).toEqual([])
  })
})
