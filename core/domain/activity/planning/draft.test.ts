import { parseInstant, toIso, type ShanghaiDay } from '../../../kernel/shanghai-time'
import type { OpeningZone } from '../../office/office'
import { DEFAULT_RULES } from '../rule-settings'
import { decideHandingIn, draftDates, missingOf, notesOn, planSoFar, type DraftPlan } from './draft'

const PLAN: DraftPlan = {
  kind: 'registered',
  title: '灯笼课',
  place: '二楼',
  day: '2026-12-07',
  startMinute: 540,
  endMinute: 660,
  weekly: null,
  opens: null,
  closes: null,
  capacity: 8,
  minAge: null,
  maxAge: null,
  waitlistLimit: 10,
  coolDown: false,
  compoundIds: [],
  neighbourhoodIds: [],
  questions: [],
  workshops: [],
  photo: null,
}
const NOW = parseInstant('2026-12-01T00:00:00Z')
const weekly = { everyWeeks: 1, until: '2026-12-28', dropped: ['2026-12-14'], moved: [] }

describe('draftDates', () => {
  it('are none until day, times and the last day are there', () => {
    expect(draftDates({ ...PLAN, day: null })).toEqual([])
    expect(draftDates({ ...PLAN, endMinute: null })).toEqual([])
    expect(draftDates({ ...PLAN, weekly: { ...weekly, until: null } })).toEqual([])
  })

  it('keep the rhythm when one is dropped, and their key when one is moved', () => {
    const moved = [{ from: '2026-12-21', to: '2026-12-22' }]
    const dates = draftDates({ ...PLAN, weekly: { ...weekly, moved }, opens: { days: 7, minute: 540 } })
    expect(dates.map(({ key, day }) => [key, day])).toEqual([
      ['2026-12-07', '2026-12-07'],
      ['2026-12-21', '2026-12-22'],
      ['2026-12-28', '2026-12-28'],
    ])
    expect(dates.map(({ opensAt }) => opensAt && toIso(opensAt))).toEqual([
      '2026-11-30T01:00:00.000Z',
      '2026-12-15T01:00:00.000Z',
      '2026-12-21T01:00:00.000Z',
    ])
  })
})

describe('planSoFar', () => {
  const weekly = { everyWeeks: 1, until: null, dropped: [], moved: [] }

  it('has the first date of a series before its last day is written, and none where all were dropped', () => {
    const day = PLAN.day ?? ''
    expect(planSoFar({ ...PLAN, weekly }).date?.day).toBe(day)
    expect(planSoFar({ ...PLAN, weekly: { ...weekly, dropped: [day] } }).date).toBeNull()
    expect(planSoFar({ ...PLAN, startMinute: null }).date).toBeNull()
  })

  it('takes the workshops that are whole, on the day of the date', () => {
    const whole = {
      title: '木工',
      place: '',
      startMinute: 600,
      endMinute: 630,
      capacity: 5,
      minAge: null,
      maxAge: null,
    }
    const { draft, date } = planSoFar({ ...PLAN, kind: 'open', workshops: [{ ...whole, title: '' }, whole] })
    expect(draft.workshops).toEqual([whole])
    expect(date?.workshops).toEqual([
      {
        startsAt: (date?.startsAt ?? 0) + (600 - (PLAN.startMinute ?? 0)) * 60_000,
        endsAt: expect.any(Number) as number,
      },
    ])
    expect(planSoFar({ ...PLAN, workshops: [whole] }).draft.workshops).toEqual([])
  })
})

describe('decideHandingIn', () => {
  it('names what is missing in the order of the form', () => {
    expect(missingOf({ ...PLAN, title: '', day: null, capacity: null })).toEqual(['title', 'day', 'capacity'])
    expect(missingOf({ ...PLAN, kind: 'open', capacity: null })).toEqual([])
  })

  it('takes every date of a series, and none that is over', () => {
    const planned = decideHandingIn({ ...PLAN, weekly }, DEFAULT_RULES, NOW)
    expect(planned.ok && planned.value).toHaveLength(3)
    expect(decideHandingIn(PLAN, DEFAULT_RULES, parseInstant('2026-12-07T01:00:00Z'))).toMatchObject({
      refusal: 'day_past',
    })
  })
})

it('notesOn says whether the office is open all the while', () => {
  const zone: OpeningZone = {
    id: 'hall',
    name: '大厅',
    main: true,
    alwaysOpen: false,
    weekly: [[[540, 660]], [], [], [], [], [], []],
    opensOnHolidays: false,
    exceptions: [],
  }
  const calendar = { coveredYears: [2026], holidays: ['2026-12-14' as ShanghaiDay], workdays: [] }
  const on = (day: string, startMinute = 540, endMinute = 660) =>
    notesOn({ day: day as ShanghaiDay, startMinute, endMinute }, zone, calendar)
  expect(on('2026-12-07')).toMatchObject({ office: 'open', isHoliday: false })
  expect(on('2026-12-07', 540, 661).office).toBe('closed')
  expect(on('2026-12-08').office).toBe('closed')
  expect(on('2026-12-14')).toMatchObject({ office: 'closed', isHoliday: true })
  expect(on('2027-01-04')).toMatchObject({ isAnnounced: false })
  expect(
    notesOn({ day: '2026-12-07' as ShanghaiDay, startMinute: 0, endMinute: 1 }, null, calendar).office,
  ).toBe('unknown')
})
