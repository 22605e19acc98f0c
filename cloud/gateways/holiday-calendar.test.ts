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
  it('names the holiday, but no ordinary day and no 调休', () => {
    const nameOf = (day: string) => holidayOn(day as ShanghaiDay)
    expect(nameOf('2026-10-01')).toBe('国庆节')
    for (const day of ['2026-10-08', '2026-10-10', '2026-05-06']) expect(nameOf(day)).toBeNull()
  })

  it.each([
    ['元旦', '2031-01-01'],
    ['春节', '2031-01-22', '2031-01-23', '2031-01-25'],
    ['清明', '2031-04-05'],
    ['劳动节', '2031-05-02'],
    ['端午', '2031-06-24'],
    ['中秋', '2032-09-19'],
    ['国庆节', '2031-10-03'],
  ])('knows %s by law in a year that is not announced', (name, ...days) => {
    for (const day of days) expect(holidayOn(day as ShanghaiDay)).toBe(name)
  })

  it('says nothing of exchanged weekends there', () => {
    for (const day of ['2031-01-26', '2031-05-03', '2031-10-04', '2031-10-07', '2031-04-06'])
      expect(holidayOn(day as ShanghaiDay)).toBeNull()
  })
})
