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

describe('临时关门', () => {
  const close = (who: Person, input: object) =>
    api.call(
      'office.close',
      {
        officeId: OWN_OFFICE,
        from: '2026-11-24',
        until: '2026-11-24',
        window: [780, 1020],
        note: '临时关门：停电，13:00–17:00',
        requestId: randomUUID(),
        ...input,
      },
      { token: who.token },
    )
  const reopen = (who: Person, officeId = OWN_OFFICE) =>
    api.call(
      'office.reopen',
      { officeId, note: '临时关门：停电，13:00–17:00', requestId: randomUUID() },
      { token: who.token },
    )

  it('takes the window out of the hours of each day, says why, and one button gives them back', async () => {
    expect(await close(staff, { until: '2026-11-26' })).toEqual({
      ok: true,
      value: { days: ['2026-11-24', '2026-11-26'] },
    })
    const left = [
      [540, 780],
      [1020, 1200],
    ]
    const note = '临时关门：停电，13:00–17:00'
    expect(await exceptions()).toEqual([
      { day: '2026-11-24', intervals: left, note },
      FROM_PACK[0],
      { day: '2026-11-26', intervals: left, note },
      FROM_PACK[1],
    ])
    expect(await reopen(staff)).toEqual({ ok: true, value: { days: 2 } })
    expect(await exceptions()).toEqual(FROM_PACK)
  })

  it('is sent by the own staff alone, and not where it is closed anyway', async () => {
    expect(await close(staff, { officeId: OTHER_OFFICE })).toMatchObject({ refusal: 'not_own_office' })
    expect(await reopen(staff, OTHER_OFFICE)).toMatchObject({ refusal: 'not_own_office' })
    expect(await close(editor, { from: '2026-11-29', until: '2026-11-29' })).toMatchObject({
      refusal: 'closed_anyway',
    })
  })

  it('lists what takes place there meanwhile, and nothing that nobody may know', async () => {
    await api.db
      .updateTable('activity')
      .set({ office_id: OWN_OFFICE })
      .where('id', 'in', ['paper-cutting', 'reed-market-20261128'])
      .execute()
    const gap = (input: object) =>
      api.call(
        'office.gap',
        { officeId: OWN_OFFICE, from: '2026-11-27', until: '2026-11-28', window: null, ...input },
        { token: staff.token },
      )
    const paper = {
      activityId: 'paper-cutting',
      title: '剪纸课',
      startsAt: '2026-11-27T06:00:00.000Z',
      endsAt: '2026-11-27T08:00:00.000Z',
    }
    expect(await gap({})).toMatchObject({
      value: { activities: [paper, { activityId: 'reed-market-20261128' }] },
    })
    expect(await gap({ window: [930, 1000] })).toEqual({ ok: true, value: { activities: [paper] } })
    await api.db
      .updateTable('activity')
      .set({ published_from: new Date('2026-11-26T01:00:00Z') })
      .where('id', '=', 'paper-cutting')
      .execute()
    expect(await gap({ window: [930, 1000] })).toEqual({ ok: true, value: { activities: [] } })
  })
})
