import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../../cloud/app/dispatch'
import type { Office } from '../../../../core/domain/office/office'
import { openApi, OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'

/** A Sunday, 9:00 in Shanghai. */
const START = '2026-11-22T01:00:00.000Z'

let api: TestApi
let editor: Person
let staff: Person
beforeEach(async () => {
  api = await openApi({ frozenAt: START })
  editor = await admit(api.db, 'editor')
  staff = await admit(api.db, 'office', OWN_OFFICE)
})
afterEach(() => api.close())

const setHours = (who: Person, input: object): Promise<Reply> => {
  const whole = {
    officeId: OWN_OFFICE,
    day: '2026-11-24',
    intervals: [[600, 720]],
    note: null,
    requestId: randomUUID(),
    ...input,
  }
  return api.call('office.setHoursOn', whole, { token: who.token })
}

async function exceptions(officeId = OWN_OFFICE): Promise<readonly object[] | undefined> {
  const reply = await api.call('office.show', { officeId })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  const { office } = reply.value as { office: Office }
  return office.zones.find(({ main }) => main)?.exceptions
}

/** What the fixture pack says of the days to come. */
const FROM_PACK = [
  { day: '2026-11-25', intervals: [], note: '全员培训' },
  { day: '2026-12-31', intervals: [[540, 720]], note: '年末盘点' },
]

describe('office.setHoursOn', () => {
  it('sets the hours of one day, in order, and residents read them at once', async () => {
    const answer = await setHours(staff, {
      intervals: [
        [840, 1020],
        [540, 660],
      ],
      note: '  停电，改时间  ',
    })
    expect(answer).toEqual({ ok: true, value: { officeId: OWN_OFFICE, day: '2026-11-24' } })
    expect(await exceptions()).toEqual([
      {
        day: '2026-11-24',
        intervals: [
          [540, 660],
          [840, 1020],
        ],
        note: '停电，改时间',
      },
      ...FROM_PACK,
    ])
  })

  it('replaces what was set for that day, by whoever it was', async () => {
    await setHours(editor, { day: '2026-11-25', intervals: [[600, 660]], note: '改为短时开放' })
    expect((await exceptions())?.[0]).toEqual({
      day: '2026-11-25',
      intervals: [[600, 660]],
      note: '改为短时开放',
    })
  })

  it('closes the day without intervals, and takes the exception back with null', async () => {
    await setHours(staff, { intervals: [] })
    expect((await exceptions())?.[0]).toEqual({ day: '2026-11-24', intervals: [], note: null })
    await setHours(staff, { intervals: null })
    expect(await exceptions()).toEqual(FROM_PACK)
    expect(await setHours(staff, { intervals: null })).toMatchObject({ ok: true })
  })

  it('refuses a day that is over in Shanghai, with today', async () => {
    expect(await setHours(staff, { day: '2026-11-21' })).toEqual({
      ok: false,
      refusal: 'day_past',
      detail: { today: '2026-11-22' },
    })
    expect(await setHours(staff, { day: '2026-11-22' })).toMatchObject({ ok: true })
    await api.call('demo.setNow', { instant: '2026-11-22T16:00:00.000Z' })
    expect(await setHours(staff, { day: '2026-11-22' })).toMatchObject({ refusal: 'day_past' })
  })

  it.each([
    [
      'overlap',
      [
        [540, 660],
        [600, 720],
      ],
    ],
    ['are empty', [[600, 600]]],
    ['run backwards', [[720, 600]]],
  ])('refuses hours that %s, and changes nothing', async (_how, intervals) => {
    expect(await setHours(staff, { intervals })).toMatchObject({ ok: false, refusal: 'hours_overlap' })
    expect(await exceptions()).toEqual(FROM_PACK)
  })

  it('lets editors act for every office, office staff for their own only, known or not', async () => {
    expect(await setHours(editor, { officeId: OTHER_OFFICE })).toMatchObject({ ok: true })
    expect(await setHours(staff, { officeId: OTHER_OFFICE })).toMatchObject({
      ok: false,
      refusal: 'not_own_office',
    })
    expect(await setHours(staff, { officeId: 'nowhere' })).toMatchObject({
      ok: false,
      refusal: 'not_own_office',
    })
    expect(await setHours(editor, { officeId: 'nowhere' })).toEqual({
      ok: false,
      refusal: 'office_not_found',
    })
  })

  it('asked by many at once for one day ends with what one of them said, whole', async () => {
    const inputs = Array.from({ length: 8 }, (_, index) => ({
      intervals: [[540 + index, 600 + index]],
      note: `第${index}`,
    }))
    const replies = await Promise.all(inputs.map((input) => setHours(editor, input)))
    for (const reply of replies) expect(reply).toMatchObject({ ok: true })
    const [first] = (await exceptions()) ?? []
    expect(inputs.map((input) => ({ day: '2026-11-24', ...input }))).toContainEqual(first)
  })
})

describe('the directory', () => {
  it('is the same on the first screen and on its own', async () => {
    const [home, list] = [await api.call('home.show'), await api.call('office.list')]
    expect((home as { value: { directory: unknown } }).value.directory).toEqual(
      (list as { value: unknown }).value,
    )
  })

  it('leads from an office that moved to where it finally went, and knows no other ids', async () => {
    expect(await api.call('office.show', { officeId: 'first-wutong-room' })).toMatchObject({
      value: { office: { status: 'moved' }, successor: { id: 'wutong-hall', status: 'open' } },
    })
    expect(await api.call('office.show', { officeId: 'reed-room' })).toMatchObject({
      value: { successor: null },
    })
    expect(await api.call('office.show', { officeId: 'nowhere' })).toEqual({
      ok: false,
      refusal: 'office_not_found',
    })
  })
})
