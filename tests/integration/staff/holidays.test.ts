import { loadPackFolder } from '../../../cloud/pack/load-folder'
import type { Waiting } from '../../../core/contract/staff'
import type { HolidayCalendar } from '../../../core/domain/office/calendar'
import { openStateOf } from '../../../core/domain/office/opening'
import type { Office } from '../../../core/domain/office/office'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { act, done, setNow } from '../../support/activities/activities'
import { openApi, OWN_OFFICE, PACK_FOLDER, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'

/** The notice of 2027 as these tests have it; the program knows of no day of 2040, whatever its version. */
const YEAR = 2040
const PLAN = {
  year: YEAR,
  version: 0,
  spans: [{ name: '元旦', from: '2040-01-02', to: '2040-01-04' }],
  workdays: ['2040-01-07'],
  isComplete: true,
}

let api: TestApi
let admin: Person
let editor: Person
let office: Person
beforeAll(async () => {
  api = await openApi({ frozenAt: '2026-11-22T01:00:00.000Z' })
  ;[admin, editor, office] = [
    await admit(api.db, 'admin'),
    await admit(api.db, 'editor'),
    await admit(api.db, 'office'),
  ]
})
afterAll(() => api.close())
afterEach(() => api.db.deleteFrom('holiday_plan').execute())

const show = (who = editor) => api.call('holiday.show', {}, { token: who.token })
const save = (changed: object = {}, who = editor) => act(api, 'holiday.save', who, { ...PLAN, ...changed })
const waiting = async (who: Person) =>
  (await done<Waiting>(api.call('staff.waiting', {}, { token: who.token }))).holidays
const calendar = async () => (await done<{ calendar: HolidayCalendar }>(api.call('office.list', {}))).calendar

/** 31 December 2039, when the year after matters and nobody but staff knows of it. */
const beforeNewYear = () => setNow(api, '2039-12-31T02:00:00.000Z')

describe('a year whose holidays are missing', () => {
  it('waits for editors from 1 November on, and for nobody else', async () => {
    // The running year is entered, so that the next one alone can be missing.
    await setNow(api, '2039-10-31T15:59:59.000Z')
    await done(
      save({ year: 2039, spans: [{ name: '元旦', from: '2039-01-01', to: '2039-01-03' }], workdays: [] }),
    )
    expect(await waiting(admin)).toEqual([])
    await setNow(api, '2039-10-31T16:00:00.000Z')
    expect(await waiting(admin)).toEqual([{ year: YEAR }])
    expect(await waiting(editor)).toEqual([{ year: YEAR }])
    expect(await waiting(office)).toEqual([])
    expect(await done(show())).toMatchObject({
      missing: YEAR,
      years: [
        { year: 2039, source: 'staff' },
        { year: YEAR, source: 'none', version: 0, by: null },
      ],
    })
  })

  it('waits on while only a part is entered, and no longer once it is complete', async () => {
    await beforeNewYear()
    await done(
      save({ year: 2039, spans: [{ name: '元旦', from: '2039-01-01', to: '2039-01-03' }], workdays: [] }),
    )
    await done(save({ isComplete: false }))
    expect(await waiting(admin)).toEqual([{ year: YEAR }])
    await done(save({ version: 1 }))
    expect(await waiting(admin)).toEqual([])
  })
})

describe('what staff enter', () => {
  it('counts at once for opening hours, home, wall screens and the dates of series', async () => {
    await beforeNewYear()
    expect(await calendar()).toEqual({ coveredYears: [], holidays: [], workdays: [] })
    await done(save())
    const known = { holidays: ['2040-01-02', '2040-01-03', '2040-01-04'], workdays: ['2040-01-07'] }
    expect(await calendar()).toEqual({ coveredYears: [YEAR], ...known })
    const home = await done<{ directory: { calendar: HolidayCalendar } }>(api.call('home.show', {}))
    expect(home.directory.calendar).toMatchObject(known)
    const shown = await done<{ office: Office; calendar: HolidayCalendar }>(
      api.call('office.show', { officeId: OWN_OFFICE }),
    )
    const zone = shown.office.zones.find(({ main }) => main)
    // A Monday on which the office would be open, and is closed.
    const at = parseInstant('2040-01-02T02:00:00.000Z')
    expect(zone && openStateOf(zone, shown.calendar, at, 30)).toMatchObject({
      kind: 'closed',
      holidaysUncertain: false,
    })
    const day = (date: string) => ({ day: date, startMinute: 540, endMinute: 600 })
    const dates = await done<{ dates: unknown[] }>(
      api.call(
        'draft.dates',
        { officeId: null, place: '', dates: ['2040-01-01', '2040-01-02', '2040-01-07'].map(day) },
        { token: office.token },
      ),
    )
    expect(dates.dates).toMatchObject([
      // By law a holiday, and not by the notice, which is what counts once it is there.
      { isHoliday: false, isAnnounced: true },
      { isHoliday: true, isAnnounced: true },
      { isHoliday: false, isWorkday: true, isAnnounced: true },
    ])
  })

  it('stays when a data pack is loaded', async () => {
    await beforeNewYear()
    await done(save())
    await api.db.deleteFrom('pack_load').execute()
    await loadPackFolder(api.served, PACK_FOLDER)
    expect((await calendar()).holidays).toContain('2040-01-03')
  })

  it('is not overwritten unseen, and the log says who entered what', async () => {
    await beforeNewYear()
    expect(await done(save({}, admin))).toEqual({ year: YEAR, version: 1 })
    expect(await save({ spans: [], isComplete: false })).toMatchObject({
      refusal: 'holidays_changed',
      detail: { called: '王芳' },
    })
    expect(await done(save({ version: 1, workdays: [] }))).toEqual({ year: YEAR, version: 2 })
    const { acts } = await done<{ acts: object[] }>(
      api.call(
        'staff.log',
        { before: null, postId: null, endpoint: 'holiday.save', day: null },
        { token: admin.token },
      ),
    )
    expect(acts[0]).toMatchObject({
      record: { kind: 'holidays', id: '2040' },
      changed: { spans: PLAN.spans, workdays: [], isComplete: true },
    })
  })

  it('is refused in words where it cannot be the notice, and changes nothing', async () => {
    await beforeNewYear()
    for (const [changed, refusal] of [
      [{ year: 2041 }, 'year_not_open'],
      [{ spans: [] }, 'holidays_missing'],
      [{ workdays: ['2040-01-10'] }, 'workday_not_weekend'],
      [{ spans: [{ name: '元旦', from: '2040-01-04', to: '2040-01-02' }] }, 'holiday_days_wrong'],
    ] as const)
      expect(await save(changed)).toMatchObject({ ok: false, refusal })
    expect((await calendar()).holidays).toEqual([])
  })
})
