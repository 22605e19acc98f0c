import { act, done, makeActivity, openHall, register, setNow } from '../../support/activities/activities'
import { admit, type Person } from '../../support/api/people'
import { OWN_OFFICE, type TestApi } from '../../support/api/test-api'

let api: TestApi
let editor: Person
let colleague: Person
beforeEach(async () => {
  api = await openHall()
  editor = await admit(api.db, 'editor')
  colleague = await admit(api.db, 'office', OWN_OFFICE)
})
afterEach(() => api.close())

interface Row {
  readonly messageId: number
  readonly phone: string | null
  readonly wantsHelp: boolean
  readonly activity: { readonly title: string }
  readonly call: { readonly holder: object | null; readonly outcome: string | null }
}

const listOf = (activityId: string, who = editor) =>
  done<{ unreached: Row[]; left: number }>(
    api.call('activity.unreached', { activityId }, { token: who.token }),
  )
const change = (activityId: string, more: object = {}) =>
  act(api, 'activity.change', editor, {
    activityId,
    kind: 'indoors',
    place: '武宁片区二楼',
    startsAt: null,
    ...more,
  })
const take = (activityId: string, messageId: number, who = editor) =>
  act(api, 'activity.takeCall', who, { activityId, messageId })
const record = (
  activityId: string,
  messageId: number,
  outcome: string,
  who = editor,
  againAt: string | null = null,
) => act(api, 'activity.recordCall', who, { activityId, messageId, outcome, againAt })

async function changed(): Promise<{ activityId: string; rows: readonly Row[] }> {
  const activityId = await makeActivity(api.db, { capacity: 9, office_id: OWN_OFFICE })
  await register(api, activityId, { telling: 'phone', phone: '13800000001' })
  await register(api, activityId, { telling: 'phone', phone: '13800000002', helpWanted: '轮椅' })
  await register(api, activityId)
  await register(api, activityId, { telling: 'none' })
  await done(change(activityId))
  return { activityId, rows: (await listOf(activityId)).unreached }
}

describe('before a change goes out', () => {
  it('it is said whom it reaches, and how', async () => {
    const activityId = await makeActivity(api.db, { capacity: 9, office_id: OWN_OFFICE })
    const { who } = await register(api, activityId)
    await done(act(api, 'message.grant', who, { templates: ['change'] }))
    await register(api, activityId, { telling: 'phone', phone: '13800000001' })
    await register(api, activityId)
    await register(api, activityId, { telling: 'none' })
    const asked = { activityId, kind: 'indoors' }
    expect(await done(api.call('activity.reach', asked, { token: colleague.token }))).toEqual({
      registered: { all: 4, wechat: 1, call: 1, withoutPhone: 1, none: 1 },
      volunteers: 0,
    })
    expect(await done(change(activityId))).toMatchObject({ notified: 4, unreached: 3 })
  })

  it('staff of another office are not told', async () => {
    const activityId = await makeActivity(api.db)
    const asked = { activityId, kind: 'indoors' }
    expect(await api.call('activity.reach', asked, { token: colleague.token })).toMatchObject({
      refusal: 'not_own_office',
    })
  })
})

describe('a call', () => {
  it('is one colleague’s for 15 minutes; two who take it at once do not both get it', async () => {
    const { activityId, rows } = await changed()
    const messageId = rows[0]?.messageId ?? 0
    const both = await Promise.all([take(activityId, messageId), take(activityId, messageId, colleague)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      refusal: 'call_taken',
      detail: { called: '王芳', until: '2026-11-22T01:15:00.000Z' },
    })
    const [winner, loser] = both[0]?.ok === true ? [editor, colleague] : [colleague, editor]
    expect(await record(activityId, messageId, 'reached', loser)).toMatchObject({ refusal: 'call_taken' })
    expect((await listOf(activityId, winner)).unreached[0]?.call).toMatchObject({
      holder: { isMe: true },
    })
    await setNow(api, '2026-11-22T01:15:00Z')
    expect(await take(activityId, messageId, loser)).toMatchObject({ ok: true })
  })

  it('counts as told only with an outcome that lasts; who wants no notices is not waited for', async () => {
    const { activityId, rows } = await changed()
    expect((await listOf(activityId)).left).toBe(3)
    expect(rows[0]).toMatchObject({ phone: '13800000002', wantsHelp: true })
    const helped = rows[0]?.messageId
    const phoned = rows.find(({ phone }) => phone === '13800000001')?.messageId
    // Who wants no notices stands last.
    const without = rows.slice(0, 3).find(({ phone }) => phone === null)?.messageId
    const again = '2026-11-22T01:30:00.000Z'
    expect(await done(record(activityId, helped ?? 0, 'no-answer', editor, again))).toMatchObject({
      left: 3,
      call: { outcome: 'no-answer', calledAt: null, againAt: again },
    })
    await done(record(activityId, helped ?? 0, 'wrong-number'))
    await done(record(activityId, phoned ?? 0, 'family-told'))
    expect(await done(record(activityId, without ?? 0, 'note-up'))).toMatchObject({ left: 0 })
    expect(await take(activityId, phoned ?? 0)).toMatchObject({ refusal: 'call_done' })
  })

  it('has to be made again after the next change', async () => {
    const { activityId, rows } = await changed()
    for (const { messageId } of rows) await done(record(activityId, messageId, 'reached'))
    await done(change(activityId, { kind: 'as-planned', place: null }))
    expect((await listOf(activityId)).left).toBe(3)
  })

  it('of another activity is not found', async () => {
    const { rows } = await changed()
    const other = await makeActivity(api.db, { office_id: OWN_OFFICE })
    expect(await take(other, rows[0]?.messageId ?? 0)).toMatchObject({ refusal: 'call_not_found' })
  })
})

it('a market’s list has those of its workshops, soonest first', async () => {
  const market = await makeActivity(api.db, {
    kind: 'open',
    capacity: null,
    ends_at: new Date('2026-11-28T07:00:00Z'),
  })
  const part = { kind: 'workshop', part_of: market, capacity: 4 } as const
  const late = await makeActivity(api.db, {
    ...part,
    title: '下午的',
    starts_at: new Date('2026-11-28T05:00:00Z'),
    ends_at: new Date('2026-11-28T06:00:00Z'),
  })
  const early = await makeActivity(api.db, { ...part, title: '上午的' })
  await register(api, late)
  await register(api, early)
  await done(change(market))
  expect((await listOf(market)).unreached.map(({ activity }) => activity.title)).toEqual(['上午的', '下午的'])
})

it('numbers are copied of those who have to be told yet, and that is written down', async () => {
  const { activityId, rows } = await changed()
  await done(record(activityId, rows[0]?.messageId ?? 0, 'reached'))
  expect(await done(act(api, 'activity.copyNumbers', colleague, { activityId }))).toEqual({
    phones: ['13800000001'],
  })
  const acts = await api.db
    .selectFrom('staff_act')
    .select('record_id')
    .where('endpoint', '=', 'activity.copyNumbers')
    .execute()
  expect(acts).toEqual([{ record_id: activityId }])
})

it('two changes at once are both written, one after the other, and the last one stands', async () => {
  const { activityId } = await changed()
  await Promise.all([
    done(change(activityId, { place: '东厅' })),
    done(change(activityId, { place: '西厅' })),
  ])
  const { rows } = { rows: (await listOf(activityId)).unreached }
  const shown = await done<{ change: { place: string } }>(api.call('activity.show', { activityId }))
  expect(rows.map(({ activity }) => activity)).toEqual(
    rows.map(() => expect.objectContaining({ place: shown.change.place })),
  )
})
