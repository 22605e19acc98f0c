import { instantAt, type ShanghaiDay } from '../../../kernel/shanghai-time'
import type { OpeningZone } from '../../office/office'
import { officeClosedOn } from './office-closed'

const THURSDAY = '2026-10-01' as ShanghaiDay
const NINE_TO_FIVE = [[540, 1020]] as const
const OFFICE: OpeningZone = {
  id: 'main',
  name: '会客厅',
  main: true,
  alwaysOpen: false,
  weekly: Array.from({ length: 7 }, () => NINE_TO_FIVE),
  opensOnHolidays: false,
  exceptions: [],
}
const NONE = { holidays: [] }
const HOLIDAY = { holidays: [THURSDAY] }

const on = (office: Partial<OpeningZone>, calendar: typeof HOLIDAY | typeof NONE, from = 600, to = 660) =>
  officeClosedOn({ ...OFFICE, ...office }, calendar, {
    day: THURSDAY,
    startsAt: instantAt(THURSDAY, from),
    endsAt: instantAt(THURSDAY, to),
  })
const exception = (intervals: readonly (readonly [number, number])[]) => ({
  exceptions: [{ day: THURSDAY, intervals, note: '培训' }],
})

describe('an office is closed on the day of an activity', () => {
  it('on a public holiday, also while nobody knows its hours', () => {
    expect(on({}, HOLIDAY)).toEqual({ kind: 'holiday' })
    expect(on({ weekly: null }, HOLIDAY)).toEqual({ kind: 'holiday' })
  })

  it('not on a holiday on which it keeps its hours, nor on other days', () => {
    expect(on({ opensOnHolidays: true }, HOLIDAY)).toBeNull()
    expect(on({ alwaysOpen: true, weekly: null }, HOLIDAY)).toBeNull()
    expect(on({}, NONE)).toBeNull()
  })

  it('where the hours that were set for the day do not hold the whole activity', () => {
    expect(on(exception([]), NONE)).toEqual({ kind: 'exception', note: '培训' })
    expect(on(exception([[540, 630]]), NONE)).toEqual({ kind: 'exception', note: '培训' })
    expect(on(exception([[540, 660]]), NONE)).toBeNull()
    expect(on(exception([[540, 720]]), HOLIDAY)).toBeNull()
  })

  it('not where a class of the evening is outside the usual hours anyway, unless nobody comes at all', () => {
    expect(on(exception([[540, 720]]), NONE, 1140, 1200)).toBeNull()
    expect(on(exception([]), NONE, 1140, 1200)).toMatchObject({ kind: 'exception' })
  })
})
