import fc from 'fast-check'
import {
  instant,
  instantAt,
  parseInstant,
  shanghaiDay,
  type Instant,
  type ShanghaiDay,
} from '../../kernel/shanghai-time'
import type { HolidayCalendar } from './calendar'
import type { OpeningInterval, OpeningZone, WeeklyHours } from './office'
import { intervalsOn, openStateOf } from './opening'

const day = (text: string): ShanghaiDay => text as ShanghaiDay
const at = (text: string): Instant => parseInstant(`${text}:00+08:00`)

/** Spring Festival 2026 as announced: 15 to 23 February off, Saturday 14 and Saturday 28 February worked. */
const calendar: HolidayCalendar = {
  coveredYears: [2026],
  holidays: Array.from({ length: 9 }, (_, index) => day(`2026-02-${15 + index}`)),
  workdays: [day('2026-02-14'), day('2026-02-28')],
}

const workingDay: readonly OpeningInterval[] = [[9 * 60, 20 * 60]]
const weekdaysOnly: WeeklyHours = [workingDay, workingDay, workingDay, workingDay, workingDay, [], []]

const zone = (changes: Partial<OpeningZone> = {}): OpeningZone => ({
  id: 'main',
  name: '大厅',
  main: true,
  alwaysOpen: false,
  weekly: weekdaysOnly,
  opensOnHolidays: false,
  exceptions: [],
  ...changes,
})

const stateAt = (moment: string, of: OpeningZone = zone()) => openStateOf(of, calendar, at(moment), 30)

describe('openStateOf', () => {
  it('is closed at 8:59 and says that it opens at 9:00', () => {
    expect(stateAt('2026-03-04T08:59')).toMatchObject({ kind: 'closed', opensAt: at('2026-03-04T09:00') })
  })

  it('is open from 9:00 sharp until 20:00', () => {
    expect(stateAt('2026-03-04T09:00')).toMatchObject({
      kind: 'open',
      closingSoon: false,
      until: at('2026-03-04T20:00'),
    })
  })

  it('says closing soon at 19:45 and is closed at 20:00 sharp', () => {
    expect(stateAt('2026-03-04T19:45')).toMatchObject({ kind: 'open', closingSoon: true })
    expect(stateAt('2026-03-04T20:00')).toMatchObject({ kind: 'closed', opensAt: at('2026-03-05T09:00') })
  })

  it('skips the whole Spring Festival and opens on the next working day', () => {
    expect(stateAt('2026-02-18T10:00')).toMatchObject({ kind: 'closed', opensAt: at('2026-02-24T09:00') })
  })

  it('keeps its hours on a public holiday where the zone says so', () => {
    expect(stateAt('2026-02-18T10:00', zone({ opensOnHolidays: true }))).toMatchObject({ kind: 'open' })
  })

  it('opens with the hours of a Monday on a Saturday that was moved to be a working day', () => {
    expect(stateAt('2026-02-28T10:00')).toMatchObject({ kind: 'open', until: at('2026-02-28T20:00') })
    expect(stateAt('2026-03-07T10:00')).toMatchObject({ kind: 'closed' })
  })

  it('keeps the hours of that weekday on such a Saturday where it is open on Saturdays anyway', () => {
    const weekend: readonly OpeningInterval[] = [[600, 960]]
    const restsOnMondays: WeeklyHours = [[], workingDay, workingDay, workingDay, workingDay, weekend, weekend]
    expect(stateAt('2026-02-28T10:00', zone({ weekly: restsOnMondays }))).toMatchObject({
      kind: 'open',
      until: at('2026-02-28T16:00'),
    })
    const weekendsOnly: WeeklyHours = [[], [], [], [], [], weekend, weekend]
    expect(stateAt('2026-02-14T10:00', zone({ weekly: weekendsOnly }))).toMatchObject({ kind: 'open' })
  })

  it('takes 23:59 for the end of the day: nobody is sent out for a minute', () => {
    const daily: readonly OpeningInterval[] = [[0, 1439]]
    const always: WeeklyHours = [daily, daily, daily, daily, daily, daily, daily]
    const state = stateAt('2026-03-04T23:45', zone({ weekly: always }))
    expect(state).toMatchObject({ kind: 'open', closingSoon: false })
    expect(stateAt('2026-03-04T23:59', zone({ weekly: always }))).toMatchObject({ kind: 'open' })
  })

  it('sends nobody out between two intervals that touch, or would but for a minute', () => {
    for (const end of [12 * 60, 12 * 60 - 1]) {
      const daily: readonly OpeningInterval[] = [
        [9 * 60, end],
        [12 * 60, 17 * 60],
      ]
      const touching = zone({ weekly: [daily, daily, daily, daily, daily, daily, daily] })
      expect(stateAt('2026-03-04T11:45', touching)).toMatchObject({
        kind: 'open',
        closingSoon: false,
        until: at('2026-03-04T17:00'),
      })
      expect(intervalsOn(touching, calendar, day('2026-03-04'))).toEqual([[9 * 60, 17 * 60]])
    }
    const lunch: readonly OpeningInterval[] = [
      [9 * 60, 11 * 60 + 58],
      [12 * 60, 17 * 60],
    ]
    const parted = zone({ weekly: [lunch, lunch, lunch, lunch, lunch, lunch, lunch] })
    expect(stateAt('2026-03-04T11:45', parted)).toMatchObject({ closingSoon: true })
  })

  it('does not say the reason of the afternoon in the morning, nor that of today at night', () => {
    const stocktaking = zone({
      exceptions: [{ day: day('2026-03-04'), intervals: [[540, 720]], note: '盘点' }],
    })
    const noteAt = (time: string) => stateAt(`2026-03-04T${time}`, stocktaking)
    expect(noteAt('08:00')).toMatchObject({ kind: 'closed', note: null, opensAt: at('2026-03-04T09:00') })
    expect(noteAt('13:00')).toMatchObject({ kind: 'closed', note: '盘点' })
    expect(noteAt('21:00')).toMatchObject({ kind: 'closed', note: null })
    const allDay = zone({ exceptions: [{ day: day('2026-03-04'), intervals: [], note: '盘点' }] })
    expect(stateAt('2026-03-04T08:00', allDay)).toMatchObject({
      note: '盘点',
      opensAt: at('2026-03-05T09:00'),
    })
  })

  it('lets a dated exception win over holidays and weekly hours, and gives its note', () => {
    const closedForRepairs = zone({
      exceptions: [{ day: day('2026-03-04'), intervals: [], note: '设备检修' }],
    })
    expect(stateAt('2026-03-04T10:00', closedForRepairs)).toMatchObject({
      kind: 'closed',
      note: '设备检修',
      opensAt: at('2026-03-05T09:00'),
    })
    const openOnHoliday = zone({
      exceptions: [{ day: day('2026-02-18'), intervals: [[600, 720]], note: null }],
    })
    expect(stateAt('2026-02-18T10:00', openOnHoliday)).toMatchObject({
      kind: 'open',
      until: at('2026-02-18T12:00'),
    })
  })

  it('closes for lunch and says when it opens again the same day', () => {
    const split: WeeklyHours = weekdaysOnly.map((intervals) =>
      intervals.length === 0 ? [] : [[540, 690] as const, [780, 1020] as const],
    )
    expect(stateAt('2026-03-04T12:00', zone({ weekly: split }))).toMatchObject({
      kind: 'closed',
      opensAt: at('2026-03-04T13:00'),
    })
  })

  it('warns that holidays are not announced in a year that the calendar does not cover', () => {
    expect(stateAt('2027-01-01T10:00')).toMatchObject({ kind: 'open', holidaysUncertain: true })
    expect(stateAt('2026-12-31T21:00')).toMatchObject({
      kind: 'closed',
      opensAt: at('2027-01-01T09:00'),
      holidaysUncertain: true,
    })
    expect(stateAt('2026-12-31T10:00')).toMatchObject({ holidaysUncertain: false })
  })

  it('warns so also where it is open over midnight into such a year, and not where it closes at midnight', () => {
    const night: readonly OpeningInterval[] = [
      [0, 360],
      [1200, 1440],
    ]
    const evening: readonly OpeningInterval[] = [[1200, 1440]]
    const nightly = (of: readonly OpeningInterval[]) => zone({ weekly: [of, of, of, of, of, of, of] })
    expect(stateAt('2026-12-31T21:00', nightly(night))).toMatchObject({
      until: at('2027-01-01T06:00'),
      holidaysUncertain: true,
    })
    expect(stateAt('2026-12-31T21:00', nightly(evening))).toMatchObject({ holidaysUncertain: false })
    expect(stateAt('2026-12-30T21:00', nightly(night))).toMatchObject({ holidaysUncertain: false })
  })

  it('is always open, or unknown, whatever the day', () => {
    expect(stateAt('2026-02-18T03:00', zone({ alwaysOpen: true }))).toEqual({ kind: 'always' })
    expect(stateAt('2026-02-18T03:00', zone({ weekly: null }))).toEqual({ kind: 'unknown' })
  })

  it('is closed on the one day that is excepted from always, and opens again at midnight', () => {
    const cleaning = [{ day: day('2026-03-04'), intervals: [], note: '全天检修' }]
    expect(stateAt('2026-03-04T10:00', zone({ alwaysOpen: true, exceptions: cleaning }))).toMatchObject({
      kind: 'closed',
      note: '全天检修',
      opensAt: at('2026-03-05T00:00'),
    })
    expect(stateAt('2026-03-05T00:00', zone({ alwaysOpen: true, exceptions: cleaning }))).toEqual({
      kind: 'always',
    })
  })

  it('knows the hours of a dated exception where the weekly hours are unknown', () => {
    const fair = [{ day: day('2026-03-04'), intervals: [[540, 600] as const], note: null }]
    expect(stateAt('2026-03-04T09:30', zone({ weekly: null, exceptions: fair }))).toMatchObject({
      kind: 'open',
    })
    expect(stateAt('2026-03-04T10:30', zone({ weekly: null, exceptions: fair }))).toMatchObject({
      kind: 'closed',
      opensAt: null,
    })
  })

  it('goes on over midnight into the next day', () => {
    const night: WeeklyHours = [[[1200, 1440]], [[0, 120]], [], [], [], [], []]
    expect(stateAt('2026-03-02T23:00', zone({ weekly: night }))).toMatchObject({
      kind: 'open',
      until: at('2026-03-03T02:00'),
    })
  })

  it('knows no next opening when the zone never opens', () => {
    const never: WeeklyHours = [[], [], [], [], [], [], []]
    expect(stateAt('2026-03-04T10:00', zone({ weekly: never }))).toMatchObject({
      kind: 'closed',
      opensAt: null,
    })
  })

  it('never changes its answer before the instant that it names', () => {
    const interval = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .filter(([from, to]) => from < to)
    const weekly = fc.array(fc.array(interval, { maxLength: 1 }), { minLength: 7, maxLength: 7 })
    const moment = fc.integer({ min: at('2026-02-01T00:00'), max: at('2026-03-15T00:00') }).map(instant)
    fc.assert(
      fc.property(weekly, moment, (hours, now) => {
        const subject = zone({ weekly: hours })
        const state = openStateOf(subject, calendar, now, 30)
        const change = state.kind === 'open' ? state.until : state.kind === 'closed' ? state.opensAt : null
        if (change === null) return true
        const justBefore = openStateOf(subject, calendar, instant(change - 1), 30)
        const then = openStateOf(subject, calendar, change, 30)
        return change > now && justBefore.kind === state.kind && then.kind !== state.kind
      }),
    )
  })
})

describe('intervalsOn', () => {
  it('gives the minutes at which an always open zone is open as the whole day', () => {
    const today = shanghaiDay(instantAt(day('2026-03-04'), 0))
    expect(intervalsOn(zone({ alwaysOpen: true }), calendar, today)).toEqual([[0, 1440]])
  })
})
