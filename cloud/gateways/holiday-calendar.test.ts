import type { ShanghaiDay } from '../../core/kernel/shanghai-time'
import { announcedHolidays } from './holiday-calendar'

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
