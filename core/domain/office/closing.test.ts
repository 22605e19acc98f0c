import { instantAt, type ShanghaiDay } from '../../kernel/shanghai-time'
import { decideClosing, type Closing } from './closing'
import type { HolidayCalendar } from './calendar'
import type { OpeningZone } from './office'

/** A Tuesday. */
const TODAY = '2026-12-01' as ShanghaiDay
const day = (text: string) => text as ShanghaiDay
const NOW = instantAt(TODAY, 600)
const week = [1, 2, 3, 4, 5].map(
  () =>
    [
      [510, 690],
      [810, 1020],
    ] as const,
)
const zone: OpeningZone = {
  id: 'main',
  name: '大厅',
  main: true,
  alwaysOpen: false,
  weekly: [...week, [], []],
  opensOnHolidays: false,
  exceptions: [],
}
const calendar: HolidayCalendar = { holidays: [], workdays: [], coveredYears: [2026] }
const close = (closing: Partial<Closing>, of: OpeningZone = zone) =>
  decideClosing(of, calendar, { from: TODAY, until: TODAY, window: null, ...closing }, NOW)

it('leaves of each day what lies outside the window', () => {
  expect(close({ window: [780, 1020] })).toEqual({
    ok: true,
    value: [{ day: TODAY, intervals: [[510, 690]] }],
  })
  expect(close({ window: [600, 900], until: day('2026-12-02') })).toEqual({
    ok: true,
    value: ['2026-12-01', '2026-12-02'].map((one) => ({
      day: one,
      intervals: [
        [510, 600],
        [900, 1020],
      ],
    })),
  })
})

it('passes over days on which it is closed anyway, and says where all of them are', () => {
  expect(close({ from: day('2026-12-04'), until: day('2026-12-07') })).toMatchObject({
    value: [{ day: '2026-12-04' }, { day: '2026-12-07' }],
  })
  expect(close({ from: day('2026-12-05'), until: day('2026-12-06') })).toMatchObject({
    refusal: 'closed_anyway',
  })
  expect(close({ window: [700, 800] })).toMatchObject({ refusal: 'closed_anyway' })
})

it('closes whole days only where nobody knows the hours', () => {
  const unknown = { ...zone, weekly: null }
  expect(close({}, unknown)).toEqual({ ok: true, value: [{ day: TODAY, intervals: [] }] })
  expect(close({ window: [780, 1020] }, unknown)).toMatchObject({ refusal: 'hours_unknown' })
})

it('refuses what is past, turned round or longer than a month', () => {
  expect(close({ from: day('2026-11-30') })).toMatchObject({ refusal: 'day_past' })
  expect(close({ until: day('2026-11-30') })).toMatchObject({ refusal: 'hours_overlap' })
  expect(close({ window: [900, 800] })).toMatchObject({ refusal: 'hours_overlap' })
  expect(close({ until: day('2027-01-01') })).toMatchObject({ refusal: 'closing_too_long' })
})
