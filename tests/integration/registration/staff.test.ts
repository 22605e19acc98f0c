import type { TestApi } from '../../support/api/test-api'
import { OWN_OFFICE } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import {
  act,
  done,
  makeActivity,
  openHall,
  partiesOf,
  register,
  seatsOf,
} from '../../support/activities/activities'

let api: TestApi
let editor: Person
beforeEach(async () => {
  api = await openHall()
  editor = await admit(api.db, 'editor')
})
afterEach(() => api.close())

const listed = async (input: object = {}) => {
  const all = { span: null, place: null, topic: null, age: null, hasPlaces: false, ...input }
  return done<{ activities: { id: string; title: string; change: string | null }[] }>(
    api.call('activity.list', all),
  )
}
const change = (activityId: string, kind: string, more: object = {}, who = editor) =>
  act(api, 'activity.change', who, { activityId, kind, place: null, startsAt: null, ...more })

describe('the list', () => {
  it('asks for span, place, topic, age and free places in one call', async () => {
    const full = await makeActivity(api.db, { capacity: 1, title: '满了的课' })
    await register(api, full)
    const elders = await makeActivity(api.db, { min_age: 60, title: '长者的课', place: '青石桥' })
    const ids = async (input: object) => (await listed(input)).activities.map(({ id }) => id)
    expect(await ids({ hasPlaces: true })).not.toContain(full)
    expect(await ids({ age: 72, place: '青石桥', topic: 'class' })).toEqual([elders])
    expect(await ids({ age: 30 })).not.toContain(elders)
    // It is a Sunday: the week ends today, and the classes are next Saturday.
    expect(await ids({ span: 'week' })).not.toContain(full)
  })

  it('of a hundred activities takes less than 30 kB', async () => {
    await Promise.all(
      Array.from({ length: 100 }, () =>
        makeActivity(api.db, { title: '春YOUNG百禧梧桐市集体验课', for_whom: '60 岁以上，家人可陪' }),
      ),
    )
    const { activities } = await listed()
    expect(activities).toHaveLength(100)
    expect(Buffer.byteLength(JSON.stringify(activities))).toBeLessThan(30_000)
  })
})

describe('a raised capacity', () => {
  it('lets the queue in and tells those who got a place; below the seats in use it is refused with the number', async () => {
    const activityId = await makeActivity(api.db, { capacity: 1 })
    await register(api, activityId)
    const waiting = await register(api, activityId)
    expect(await done(act(api, 'activity.setCapacity', editor, { activityId, capacity: 3 }))).toEqual({
      capacity: 3,
      promoted: 1,
    })
    expect(await act(api, 'activity.setCapacity', editor, { activityId, capacity: 1 })).toEqual({
      ok: false,
      refusal: 'capacity_below_in_use',
      detail: { inUse: 2 },
    })
    expect(
      await done(api.call('message.list', { before: null }, { token: waiting.who.token })),
    ).toMatchObject({ messages: [{ kind: 'promoted' }] })
    expect(await seatsOf(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })
})

describe('a change', () => {
  it('of 30 registered, 12 of whom no message reaches, puts 12 rows on the list at once, until they are called', async () => {
    const activityId = await makeActivity(api.db, { capacity: 40, office_id: OWN_OFFICE })
    for (let index = 0; index < 30; index += 1) {
      const byPhone = index < 5 ? { telling: 'phone', phone: `1380000000${index}` } : {}
      const { who } = await register(api, activityId, byPhone)
      if (index >= 12) await done(act(api, 'message.grant', who, { templates: ['change'] }))
    }
    const office = await admit(api.db, 'office', OWN_OFFICE)
    expect(await done(change(activityId, 'indoors', { place: '武宁片区二楼' }, office))).toMatchObject({
      change: { kind: 'indoors', place: '武宁片区二楼', at: '2026-11-22T01:00:00.000Z' },
      notified: 30,
      unreached: 12,
    })
    expect(await api.call('activity.show', { activityId })).toMatchObject({
      value: { change: { kind: 'indoors', place: '武宁片区二楼' } },
    })
    expect((await listed()).activities.find(({ id }) => id === activityId)).toMatchObject({
      change: 'indoors',
    })
    const { unreached } = await done<{
      unreached: { messageId: number; telling: string; phone: string | null }[]
    }>(api.call('activity.unreached', { activityId }, { token: office.token }))
    expect(unreached).toHaveLength(12)
    expect(
      unreached
        .filter(({ telling }) => telling === 'phone')
        .map(({ phone }) => phone)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4].map((index) => `1380000000${index}`))
    const reached = async ({ messageId }: { messageId: number }) =>
      done<{ left: number }>(
        act(api, 'activity.recordCall', office, { activityId, messageId, outcome: 'reached', againAt: null }),
      )
    const left: number[] = []
    for (const row of unreached) left.push((await reached(row)).left)
    expect(left).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    const opened = await api.db
      .selectFrom('activity_history')
      .select('act')
      .where('activity_id', '=', activityId)
      .execute()
    expect(opened).toEqual([{ act: 'opened-list' }])
  })

  it('is made by office staff for their own office only', async () => {
    const activityId = await makeActivity(api.db)
    const office = await admit(api.db, 'office', OWN_OFFICE)
    expect(await change(activityId, 'as-planned', {}, office)).toEqual({
      ok: false,
      refusal: 'not_own_office',
    })
  })

  it('that postpones moves every deadline and lets in who fits now', async () => {
    const activityId = await makeActivity(api.db, {
      capacity: 1,
      starts_at: new Date('2026-11-22T02:30:00Z'),
      ends_at: new Date('2026-11-22T04:30:00Z'),
    })
    const first = await register(api, activityId)
    const waiting = await register(api, activityId)
    await done(act(api, 'registration.cancel', first.who, { registrationId: first.registrationId }))
    expect((await partiesOf(api.db, activityId)).map(({ states }) => states)).toEqual([
      ['cancelled'],
      ['waiting'],
    ])
    expect(await done(change(activityId, 'postponed', { startsAt: '2026-11-23T02:30:00Z' }))).toMatchObject({
      change: { formerStartsAt: '2026-11-22T02:30:00.000Z' },
    })
    expect((await partiesOf(api.db, activityId)).map(({ states }) => states)).toEqual([
      ['cancelled'],
      ['confirmed'],
    ])
    expect(
      await done(api.call('message.list', { before: null }, { token: waiting.who.token })),
    ).toMatchObject({
      messages: [
        { kind: 'changed', about: { startsAt: '2026-11-23T02:30:00.000Z' } },
        { kind: 'promoted' },
        // Given up in the last two hours: whoever asks first has it.
        { kind: 'seats-free' },
      ],
    })
  })

  it.each([
    ['indoors', {}, 'place_missing'],
    ['postponed', {}, 'start_missing'],
    ['postponed', { startsAt: '2026-11-22T00:00:00Z' }, 'start_not_later'],
  ])('%s with %j is refused as %s', async (kind, more, refusal) => {
    expect(await change(await makeActivity(api.db), kind, more)).toMatchObject({ ok: false, refusal })
  })

  it('that cancels takes every place and every registration, workshops of the market too, and is the last', async () => {
    const market = await makeActivity(api.db, {
      kind: 'open',
      capacity: null,
      ends_at: new Date('2026-11-28T07:00:00Z'),
    })
    const workshop = await makeActivity(api.db, { kind: 'workshop', part_of: market, capacity: 1 })
    const registered = await register(api, workshop)
    await register(api, workshop)
    expect(await done(change(market, 'cancelled'))).toMatchObject({ notified: 2 })
    expect(await seatsOf(api.db, workshop)).toEqual({ counter: 0, recount: 0 })
    expect((await partiesOf(api.db, workshop)).map(({ states }) => states)).toEqual([
      ['cancelled'],
      ['cancelled'],
    ])
    expect(
      await done(api.call('message.list', { before: null }, { token: registered.who.token })),
    ).toMatchObject({ messages: [{ kind: 'withdrawn' }] })
    expect(await change(market, 'as-planned')).toEqual({ ok: false, refusal: 'activity_withdrawn' })
    expect(await act(api, 'activity.withdraw', editor, { activityId: market })).toMatchObject({
      value: { cancelled: 0 },
    })
  })
})

describe('history', () => {
  it('is written once and never again', async () => {
    const activityId = await makeActivity(api.db)
    await register(api, activityId)
    await expect(api.db.deleteFrom('member_history').execute()).rejects.toThrow('append-only')
    await expect(
      api.db.updateTable('member_history').set({ to_state: 'attended' }).execute(),
    ).rejects.toThrow('append-only')
  })
})
