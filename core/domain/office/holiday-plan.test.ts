import type { ShanghaiDay } from '../../kernel/shanghai-time'
import { decideHolidayPlan, withPlans, yearWithoutHolidays, type HolidayPlan } from './holiday-plan'

const day = (text: string) => text as ShanghaiDay
const span = (name: string, from: string, to: string) => ({ name, from: day(from), to: day(to) })
const plan = (changed: Partial<HolidayPlan> = {}): HolidayPlan => ({
  year: 2027,
  spans: [span('元旦', '2027-01-01', '2027-01-03'), span('春节', '2027-02-05', '2027-02-11')],
  workdays: [day('2027-02-14')],
  isComplete: true,
  ...changed,
})
const TODAY = day('2026-11-20')

describe('a plan of holidays', () => {
  it('is kept in order, each 调休 once', () => {
    const mixed = plan({
      spans: [...plan().spans].reverse(),
      workdays: [day('2027-02-14'), day('2027-02-14')],
    })
    expect(decideHolidayPlan(mixed, TODAY)).toEqual({ ok: true, value: plan() })
  })

  it('may begin 元旦 in the year before', () => {
    const early = plan({ spans: [span('元旦', '2026-12-31', '2027-01-02')], workdays: [] })
    expect(decideHolidayPlan(early, TODAY).ok).toBe(true)
  })

  it('may be begun with nothing in it, but not called complete', () => {
    expect(decideHolidayPlan(plan({ spans: [], isComplete: false }), TODAY).ok).toBe(true)
    expect(decideHolidayPlan(plan({ spans: [] }), TODAY)).toEqual({ ok: false, refusal: 'holidays_missing' })
  })

  it.each([
    ['another year', { year: 2028 }, 'year_not_open'],
    ['a year that is over', { year: 2025 }, 'year_not_open'],
    [
      'an end before the beginning',
      { spans: [span('春节', '2027-02-11', '2027-02-05')] },
      'holiday_days_wrong',
    ],
    ['a month too many', { spans: [span('春节', '2027-02-05', '2027-03-11')] }, 'holiday_days_wrong'],
    ['days of another year', { spans: [span('春节', '2026-02-17', '2026-02-23')] }, 'holiday_days_wrong'],
    [
      'two that overlap',
      { spans: [span('国庆节', '2027-10-01', '2027-10-07'), span('中秋', '2027-10-07', '2027-10-08')] },
      'holidays_overlap',
    ],
    ['a 调休 on a Wednesday', { workdays: [day('2027-02-17')] }, 'workday_not_weekend'],
    ['a 调休 on a holiday', { workdays: [day('2027-02-07')] }, 'workday_not_weekend'],
  ] as const)('is refused with %s', (_what, changed, refusal) => {
    expect(decideHolidayPlan(plan(changed), TODAY)).toMatchObject({ ok: false, refusal })
  })
})

describe('the calendar with what staff entered', () => {
  const announced = { coveredYears: [2026], holidays: [day('2026-10-01')], workdays: [day('2026-10-10')] }

  it('has the days of a year that the program does not know, and says that it is known', () => {
    expect(withPlans(announced, [plan()], day('2026-12-31'))).toMatchObject({
      coveredYears: [2026, 2027],
      holidays: [
        '2026-10-01',
        ...['01', '02', '03'].map((date) => `2027-01-${date}`),
        ...between('2027-02-05', 7),
      ],
      workdays: ['2026-10-10', '2027-02-14'],
    })
  })

  it('has the days of an unfinished plan, and does not say that the year is known', () => {
    const { coveredYears, holidays } = withPlans(announced, [plan({ isComplete: false })], day('2026-12-31'))
    expect(coveredYears).toEqual([2026])
    expect(holidays).toContain('2027-01-02')
  })

  it('goes by staff where the program says otherwise of a year that they completed', () => {
    const own = plan({
      year: 2026,
      spans: [span('国庆节', '2026-10-02', '2026-10-03')],
      workdays: [],
    })
    expect(withPlans(announced, [own], day('2026-10-01'))).toEqual({
      coveredYears: [2026],
      holidays: ['2026-10-02', '2026-10-03'],
      workdays: [],
    })
  })

  it('lets a 调休 of an unfinished plan win over a holiday, and the other way round', () => {
    const own = plan({
      year: 2026,
      spans: [span('补假', '2026-10-10', '2026-10-10')],
      workdays: [day('2026-10-01')],
      isComplete: false,
    })
    expect(withPlans(announced, [own], day('2026-10-01'))).toMatchObject({
      holidays: ['2026-10-10'],
      workdays: ['2026-10-01'],
    })
  })

  it('leaves out what is far away', () => {
    expect(withPlans(announced, [plan()], day('2026-11-03')).holidays).not.toContain('2027-02-05')
  })
})

describe('the year whose holidays nobody knows', () => {
  it.each([
    ['2026-10-31', [2026], null],
    ['2026-11-01', [2026], 2027],
    ['2026-12-31', [2026], 2027],
    ['2026-12-31', [2026, 2027], null],
    ['2027-01-01', [2026], 2027],
    ['2027-06-01', [2027], null],
  ])('on %s with %j known is %j', (today, coveredYears, year) => {
    expect(yearWithoutHolidays({ coveredYears }, day(today))).toBe(year)
  })
})

const between = (from: string, days: number): string[] =>
  Array.from(
    { length: days },
    (_, index) => `${from.slice(0, 8)}${String(Number(from.slice(8)) + index).padStart(2, '0')}`,
  )
