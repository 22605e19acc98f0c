import type { House } from '../../support/api/house'
import { OWN_OFFICE } from '../../support/api/house'
import { admit, type Person } from '../../support/api/people'
import { act, done, makeActivity, openHall, partiesOf, register, seatsOf } from './support/hall'

let house: House
let editor: Person
let second: Person
beforeEach(async () => {
  house = await openHall()
  ;[editor, second] = [await admit(house.db, 'editor'), await admit(house.db, 'admin')]
})
afterEach(() => house.close())

const UNVERIFIED = {
  access: {
    stepFree: 'unverified',
    ramp: 'unverified',
    lift: 'unverified',
    accessibleToilet: 'unverified',
    hearingLoop: 'unverified',
    doorWidthCm: null,
    verifiedOn: null,
  },
  amenities: { toilet: 'yes', babyRoom: 'unverified', drinkingWater: 'yes', servicePhone: null },
}

const plan = (more: object = {}) => ({
  kind: 'registered',
  topic: 'class',
  title: '灯笼课',
  about: ['做一盏灯笼。', '带回家。'],
  bring: null,
  host: null,
  forWhom: null,
  place: '梧桐里',
  officeId: null,
  partOf: null,
  sample: false,
  startsAt: '2026-11-30T01:00:00Z',
  endsAt: '2026-11-30T03:00:00Z',
  opensAt: null,
  closesAt: null,
  capacity: 8,
  waitlistLimit: 10,
  coolDown: false,
  minAge: null,
  maxAge: null,
  compoundIds: [],
  neighbourhoodIds: [],
  questions: [],
  ...UNVERIFIED,
  ...more,
})

const save = (more: object = {}, rest: object = {}) =>
  act(house, 'activity.save', editor, { activityId: null, plan: plan(more), repeat: null, ...rest })

const listed = async (input: object = {}) => {
  const all = { span: null, place: null, topic: null, age: null, hasPlaces: false, ...input }
  return done<{ activities: { id: string; title: string; change: string | null }[] }>(
    house.call('activity.list', all),
  )
}
const change = (activityId: string, kind: string, more: object = {}, who = editor) =>
  act(house, 'activity.change', who, { activityId, kind, place: null, startsAt: null, ...more })

describe('publishing', () => {
  it('takes a second person, and shows nobody the draft before', async () => {
    const {
      activityIds: [activityId],
    } = await done<{ activityIds: [string] }>(save())
    const titles = async () => (await listed()).activities.map(({ title }) => title)
    expect(await titles()).not.toContain('灯笼课')
    expect(await house.call('activity.show', { activityId })).toEqual({
      ok: false,
      refusal: 'activity_not_found',
    })
    expect(await act(house, 'activity.approve', second, { activityId })).toMatchObject({
      refusal: 'not_submitted',
    })
    await done(act(house, 'activity.submit', editor, { activityId }))
    expect(await act(house, 'activity.approve', editor, { activityId })).toMatchObject({
      refusal: 'second_person_needed',
    })
    await done(save({ title: '灯笼课' }, { activityId }))
    expect(await act(house, 'activity.approve', second, { activityId })).toMatchObject({
      refusal: 'not_submitted',
    })
    await done(act(house, 'activity.submit', editor, { activityId }))
    await done(act(house, 'activity.approve', second, { activityId }))
    expect(await titles()).toContain('灯笼课')
    expect(await house.call('activity.show', { activityId })).toMatchObject({
      value: {
        about: ['做一盏灯笼。', '带回家。'],
        terms: { capacity: 8, free: 8, largestParty: 5 },
        amenities: { toilet: 'yes' },
      },
    })
    expect(await save({}, { activityId })).toMatchObject({ refusal: 'already_published' })
  })

  it('makes each Tuesday of a series an activity of its own', async () => {
    const { activityIds } = await done<{ activityIds: string[] }>(
      save({}, { repeat: { everyWeeks: 1, until: '2026-12-21' } }),
    )
    expect(activityIds).toHaveLength(4)
    expect(await save({}, { repeat: { everyWeeks: 1, until: '2030-12-21' } })).toMatchObject({
      refusal: 'series_too_long',
    })
  })

  it.each([
    [{ capacity: null }, 'capacity_too_small'],
    [{ endsAt: '2026-11-30T01:00:00Z' }, 'ends_before_start'],
    [{ closesAt: '2026-11-30T01:00:01Z' }, 'closes_after_start'],
    [{ kind: 'workshop' }, 'outside_open_activity'],
    [{ officeId: 'nowhere' }, 'office_not_found'],
    [{ compoundIds: ['nowhere'] }, 'compound_not_found'],
  ])('refuses a plan with %j as %s', async (wrong, refusal) => {
    expect(await save(wrong)).toMatchObject({ ok: false, refusal })
  })
})

describe('the list', () => {
  it('asks for span, place, topic, age and free places in one call', async () => {
    const full = await makeActivity(house.db, { capacity: 1, title: '满了的课' })
    await register(house, full)
    const elders = await makeActivity(house.db, { min_age: 60, title: '长者的课', place: '青石桥' })
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
        makeActivity(house.db, { title: '春YOUNG百禧梧桐市集体验课', for_whom: '60 岁以上，家人可陪' }),
      ),
    )
    const { activities } = await listed()
    expect(activities).toHaveLength(100)
    expect(Buffer.byteLength(JSON.stringify(activities))).toBeLessThan(30_000)
  })
})

describe('a raised capacity', () => {
  it('lets the queue in and tells those who got a place; below the seats in use it is refused with the number', async () => {
    const activityId = await makeActivity(house.db, { capacity: 1 })
    await register(house, activityId)
    const waiting = await register(house, activityId)
    expect(await done(act(house, 'activity.setCapacity', editor, { activityId, capacity: 3 }))).toEqual({
      capacity: 3,
      promoted: 1,
    })
    expect(await act(house, 'activity.setCapacity', editor, { activityId, capacity: 1 })).toEqual({
      ok: false,
      refusal: 'capacity_below_in_use',
      detail: { inUse: 2 },
    })
    expect(
      await done(house.call('message.list', { before: null }, { token: waiting.who.token })),
    ).toMatchObject({ messages: [{ kind: 'promoted' }] })
    expect(await seatsOf(house.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })
})

describe('a change', () => {
  it('of 30 registered, 12 of whom no message reaches, puts 12 rows on the list at once, until they are called', async () => {
    const activityId = await makeActivity(house.db, { capacity: 40, office_id: OWN_OFFICE })
    for (let index = 0; index < 30; index += 1) {
      const byPhone = index < 5 ? { telling: 'phone', phone: `1380000000${index}` } : {}
      const { who } = await register(house, activityId, byPhone)
      if (index >= 12) await done(act(house, 'message.grant', who, { templates: ['change'] }))
    }
    const office = await admit(house.db, 'office', OWN_OFFICE)
    expect(await done(change(activityId, 'indoors', { place: '武宁片区二楼' }, office))).toMatchObject({
      change: { kind: 'indoors', place: '武宁片区二楼', at: '2026-11-22T01:00:00.000Z' },
      toTell: 30,
      unreached: 12,
    })
    expect(await house.call('activity.show', { activityId })).toMatchObject({
      value: { change: { kind: 'indoors', place: '武宁片区二楼' } },
    })
    expect((await listed()).activities.find(({ id }) => id === activityId)).toMatchObject({
      change: 'indoors',
    })
    const { unreached } = await done<{
      unreached: { messageId: number; telling: string; phone: string | null }[]
    }>(house.call('activity.unreached', { activityId }, { token: office.token }))
    expect(unreached).toHaveLength(12)
    expect(
      unreached
        .filter(({ telling }) => telling === 'phone')
        .map(({ phone }) => phone)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4].map((index) => `1380000000${index}`))
    const mark = (messageIds: number[]) =>
      done(act(house, 'activity.markCalled', office, { activityId, messageIds }))
    expect(await mark(unreached.slice(0, 2).map(({ messageId }) => messageId))).toEqual({ left: 10 })
    expect(await mark(unreached.map(({ messageId }) => messageId))).toEqual({ left: 0 })
    const opened = await house.db
      .selectFrom('activity_history')
      .select('act')
      .where('activity_id', '=', activityId)
      .execute()
    expect(opened).toEqual([{ act: 'opened-list' }])
  })

  it('is made by office staff for their own office only', async () => {
    const activityId = await makeActivity(house.db)
    const office = await admit(house.db, 'office', OWN_OFFICE)
    expect(await change(activityId, 'as-planned', {}, office)).toEqual({
      ok: false,
      refusal: 'not_own_office',
    })
  })

  it('that postpones moves every deadline and lets in who fits now', async () => {
    const activityId = await makeActivity(house.db, {
      capacity: 1,
      starts_at: new Date('2026-11-22T02:30:00Z'),
      ends_at: new Date('2026-11-22T04:30:00Z'),
    })
    const first = await register(house, activityId)
    const waiting = await register(house, activityId)
    await done(act(house, 'registration.cancel', first.who, { registrationId: first.registrationId }))
    expect((await partiesOf(house.db, activityId)).map(({ states }) => states)).toEqual([
      ['cancelled'],
      ['waiting'],
    ])
    expect(await done(change(activityId, 'postponed', { startsAt: '2026-11-23T02:30:00Z' }))).toMatchObject({
      change: { formerStartsAt: '2026-11-22T02:30:00.000Z' },
    })
    expect((await partiesOf(house.db, activityId)).map(({ states }) => states)).toEqual([
      ['cancelled'],
      ['confirmed'],
    ])
    expect(
      await done(house.call('message.list', { before: null }, { token: waiting.who.token })),
    ).toMatchObject({
      messages: [{ kind: 'changed', about: { startsAt: '2026-11-23T02:30:00.000Z' } }, { kind: 'promoted' }],
    })
  })

  it.each([
    ['indoors', {}, 'place_missing'],
    ['postponed', {}, 'start_missing'],
    ['postponed', { startsAt: '2026-11-22T00:00:00Z' }, 'start_not_later'],
  ])('%s with %j is refused as %s', async (kind, more, refusal) => {
    expect(await change(await makeActivity(house.db), kind, more)).toMatchObject({ ok: false, refusal })
  })

  it('that cancels takes every place and every wish, workshops of the market too, and is the last', async () => {
    const market = await makeActivity(house.db, {
      kind: 'open',
      capacity: null,
      ends_at: new Date('2026-11-28T07:00:00Z'),
    })
    const workshop = await makeActivity(house.db, { kind: 'workshop', part_of: market, capacity: 1 })
    const registered = await register(house, workshop)
    await register(house, workshop)
    expect(await done(change(market, 'cancelled'))).toMatchObject({ toTell: 2 })
    expect(await seatsOf(house.db, workshop)).toEqual({ counter: 0, recount: 0 })
    expect((await partiesOf(house.db, workshop)).map(({ states }) => states)).toEqual([
      ['cancelled'],
      ['cancelled'],
    ])
    expect(
      await done(house.call('message.list', { before: null }, { token: registered.who.token })),
    ).toMatchObject({ messages: [{ kind: 'withdrawn' }] })
    expect(await change(market, 'as-planned')).toEqual({ ok: false, refusal: 'activity_withdrawn' })
    expect(await act(house, 'activity.withdraw', editor, { activityId: market })).toMatchObject({
      value: { cancelled: 0 },
    })
  })
})

describe('history', () => {
  it('is written once and never again', async () => {
    const activityId = await makeActivity(house.db)
    await register(house, activityId)
    await expect(house.db.deleteFrom('member_history').execute()).rejects.toThrow('append-only')
    await expect(
      house.db.updateTable('member_history').set({ to_state: 'attended' }).execute(),
    ).rejects.toThrow('append-only')
  })
})
