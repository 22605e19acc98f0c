import type { ShanghaiDay } from '../../core/kernel/shanghai-time'
import { announcedHolidays, holidayOn } from './holiday-calendar'

const around = (day: string) => announcedHolidays(day as ShanghaiDay)

describe('announcedHolidays', () => {
  it('knows the Spring Festival of 2026 and the Saturdays that pay for it', () => {
    const { holidays, workdays } = around('2026-02-01')
    expect(holidays).toEqual(expect.arrayContaining(['2026-02-17', '2026-02-23']))
    expect(workdays).toEqual(['2026-02-14', '2026-02-28'])
  })

  it('does not call an ordinary Sunday a holiday', () => {
    expect(around('2026-03-01').holidays).not.toContain('2026-03-08')
  })

  it('does not claim to cover a year that is not announced', () => {
    const { coveredYears, holidays } = around('2099-09-20')
    expect(coveredYears).toEqual([])
    expect(holidays).toEqual([])
  })

  it('covers both years where the window reaches into the next', () => {
    expect(around('2025-12-20').coveredYears).toEqual([2025, 2026])
  })
})

describe('holidayOn', () => {
  it('names the holiday, but no ordinary day, no 调休 and no day that is not announced', () => {
    const nameOf = (day: string) => holidayOn(day as ShanghaiDay)
    expect(nameOf('2026-10-01')).toBe('国庆节')
    for (const day of ['2026-10-08', '2026-10-10', '2099-10-01']) expect(nameOf(day)).toBeNull()
  })
})
