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
      stallHolders: { all: 0, call: 0, withoutPhone: 0, registered: 0 },
      volunteers: { all: 0, wechat: 0, inPerson: 0, registered: 0 },
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

describe('who has a stall', () => {
  const MARKET = 'reed-market-20261128'
  const stall = (number: string, more: object = {}) => ({
    number,
    kind: '手作',
    name: `第 ${number} 家`,
    hours: null,
    called: null,
    phone: null,
    note: null,
    ...more,
  })
  const STALLS = [
    stall('1', { called: '张三', phone: '13900000001' }),
    stall('2', { called: '张三', phone: '13900000001' }),
    stall('3', { called: '李四', phone: '13900000003' }),
    stall('4'),
    stall('5', { called: '王五', phone: '13900000005' }),
    stall('6', { called: '赵六', phone: '13900000006' }),
    stall('7', { name: null }),
  ]
  const plan = async () => {
    const saved = await done<{ version: number }>(
      act(api, 'stall.savePlan', editor, { activityId: MARKET, version: 0, stalls: STALLS }),
    )
    await done(act(api, 'stall.publishPlan', editor, { activityId: MARKET, version: saved.version }))
  }
  /** A workshop of the market for which two of them registered. */
  const registerTwo = async () => {
    const market = await api.db
      .selectFrom('activity')
      .select(['starts_at', 'ends_at'])
      .where('id', '=', MARKET)
      .executeTakeFirstOrThrow()
    const workshop = await makeActivity(api.db, {
      kind: 'workshop',
      part_of: MARKET,
      capacity: 9,
      starts_at: new Date(market.starts_at),
      ends_at: new Date(market.ends_at),
    })
    await register(api, workshop, { telling: 'phone', phone: '13900000003' })
    await register(api, workshop, { telling: 'none', phone: '13900000005' })
    return workshop
  }
  interface Called extends Row {
    readonly as: string
    readonly number: string | null
    readonly stalls: readonly string[]
    readonly name: string | null
  }
  const read = () =>
    done<{ unreached: Called[]; left: number }>(
      api.call('activity.unreached', { activityId: MARKET }, { token: editor.token }),
    )

  it('is rung about the market’s change, once for all stalls, and not beside their own registration', async () => {
    await plan()
    await registerTwo()
    const asked = { activityId: MARKET, kind: 'indoors' }
    expect(await done(api.call('activity.reach', asked, { token: editor.token }))).toMatchObject({
      registered: { all: 2, call: 1, none: 1 },
      stallHolders: { all: 5, call: 3, withoutPhone: 1, registered: 1 },
    })
    expect(await done(change(MARKET))).toMatchObject({ unreached: 2, stallHolders: 4 })
    const { unreached, left } = await read()
    expect(left).toBe(5)
    expect(unreached.map(({ as, name, phone, stalls }) => [as, name, phone, stalls])).toEqual([
      ['registered', null, '13900000003', ['3']],
      ['stall', '张三', '13900000001', ['1', '2']],
      ['stall', '第 4 家', null, ['4']],
      ['stall', '王五', '13900000005', ['5']],
      ['stall', '赵六', '13900000006', ['6']],
      // Who wants no notices leaves no number: only the stall's is known.
      ['registered', null, null, []],
    ])
    expect((await done(act(api, 'activity.copyNumbers', editor, { activityId: MARKET }))) as object).toEqual({
      phones: ['13900000003', '13900000001', '13900000005', '13900000006'],
    })
  })

  it('is one colleague’s call at a time, with its outcome, until the next change', async () => {
    await plan()
    await done(change(MARKET, { kind: 'decided-tomorrow', place: null }))
    const [first] = (await read()).unreached
    const asked = { activityId: MARKET, as: 'stall', messageId: first?.messageId }
    const second = await admit(api.db, 'admin')
    const both = await Promise.all([
      act(api, 'activity.takeCall', editor, asked),
      act(api, 'activity.takeCall', second, asked),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'call_taken' })
    const [winner, loser] = both[0]?.ok === true ? [editor, second] : [second, editor]
    const outcome = { ...asked, outcome: 'reached', againAt: null }
    expect(await act(api, 'activity.recordCall', loser, outcome)).toMatchObject({ refusal: 'call_taken' })
    expect(await done(act(api, 'activity.recordCall', winner, outcome))).toMatchObject({
      left: 4,
      call: { outcome: 'reached' },
    })
    const waiting = await done<{ changed: { activityId: string; left: number }[] }>(
      api.call('staff.waiting', {}, { token: editor.token }),
    )
    expect(waiting.changed.find(({ activityId }) => activityId === MARKET)).toMatchObject({ left: 4 })
    await done(change(MARKET, { kind: 'as-planned', place: null }))
    expect(await read()).toMatchObject({ left: 5 })
  })

  it('is rung when the market is called off, and not on the list of a workshop', async () => {
    await plan()
    const workshop = await registerTwo()
    await done(act(api, 'activity.withdraw', editor, { activityId: MARKET }))
    const { unreached } = await read()
    expect(unreached.filter(({ as }) => as === 'stall')).toHaveLength(4)
    expect(unreached.map(({ activity }) => activity)).toContainEqual(
      expect.objectContaining({ change: expect.objectContaining({ kind: 'cancelled' }) as unknown }),
    )
    expect((await listOf(workshop)).unreached).toHaveLength(2)
  })

  it('has a registered person’s call under another number: the two lists do not mix', async () => {
    await plan()
    await done(change(MARKET))
    const [first] = (await read()).unreached
    expect(await take(MARKET, first?.messageId ?? 0)).toMatchObject({ refusal: 'call_not_found' })
  })
})
