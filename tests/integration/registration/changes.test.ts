import { runJobs } from '../../../cloud/jobs/run'
import type { ScreenPage } from '../../../core/contract/check-in/screen'
import { parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { act, done, makeActivity, openHall, register } from '../../support/activities/activities'
import { admit, type Person } from '../../support/api/people'
import { OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { listForScreen } from '../../../cloud/repositories/activity/on-screen'

let api: TestApi
let editor: Person
beforeEach(async () => {
  api = await openHall()
  editor = await admit(api.db, 'editor')
})
afterEach(() => api.close())

const change = (activityId: string, kind: string, more: object = {}, who = editor) =>
  act(api, 'activity.change', who, { activityId, kind, place: null, startsAt: null, ...more })
const listed = async (activityId: string) => {
  const filters = { span: null, place: null, topic: null, age: null, hasPlaces: false }
  const { activities } = await done<{ activities: { id: string; change: string | null }[] }>(
    api.call('activity.list', filters),
  )
  return activities.find(({ id }) => id === activityId)?.change
}
const onWall = async (moment: string): Promise<ScreenPage['activities']> =>
  (await listForScreen(api.db, OWN_OFFICE, parseInstant(moment))).activities
const newestMessage = async (who: Person) => {
  const { messages } = await done<{ messages: { kind: string; about: object }[] }>(
    api.call('message.list', { before: null }, { token: who.token }),
  )
  return messages[0]
}

describe('提前', () => {
  it('moves the activity a day ahead at the least, and page, list and messages say from when', async () => {
    const activityId = await makeActivity(api.db, { capacity: 3 })
    const { who } = await register(api, activityId)
    const { startsAt } = await done<{ startsAt: string }>(api.call('activity.show', { activityId }))
    expect(await change(activityId, 'brought-forward', { startsAt: '2026-11-23T00:59:00Z' })).toMatchObject({
      refusal: 'too_soon_to_come',
      detail: { from: '2026-11-23T01:00:00.000Z', hours: 24 },
    })
    expect(await change(activityId, 'brought-forward', { startsAt })).toMatchObject({
      refusal: 'start_not_earlier',
    })
    const said = { kind: 'brought-forward', formerStartsAt: startsAt }
    expect(
      await done(change(activityId, 'brought-forward', { startsAt: '2026-11-24T01:00:00Z' })),
    ).toMatchObject({ change: said, notified: 1 })
    expect(await done(api.call('activity.show', { activityId }))).toMatchObject({
      startsAt: '2026-11-24T01:00:00.000Z',
      change: said,
    })
    expect(await listed(activityId)).toBe('brought-forward')
    expect(await newestMessage(who)).toMatchObject({ kind: 'changed', about: { change: said } })
  })

  it('stands on the wall on the old day for whoever read nothing', async () => {
    const activityId = await makeActivity(api.db, { office_id: OWN_OFFICE })
    const { startsAt } = await done<{ startsAt: string }>(api.call('activity.show', { activityId }))
    await done(change(activityId, 'brought-forward', { startsAt: '2026-11-24T01:00:00Z' }))
    expect(await onWall(startsAt)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: activityId, change: 'brought-forward' })]),
    )
  })
})

describe('提前结束', () => {
  const running = {
    office_id: OWN_OFFICE,
    starts_at: new Date('2026-11-22T00:00:00Z'),
    ends_at: new Date('2026-11-22T03:00:00Z'),
  }
  const begin = async (more: object = {}) => {
    const activityId = await makeActivity(api.db, {
      ...running,
      starts_at: new Date('2026-11-22T01:30:00Z'),
      ...more,
    })
    const came = await register(api, activityId)
    const absent = await register(api, activityId)
    await api.db
      .updateTable('activity')
      .set({ starts_at: running.starts_at })
      .where('id', '=', activityId)
      .execute()
    return { activityId, came, absent }
  }

  it('ends it now, tells who has not come, and stays in list and on the wall until it would have ended', async () => {
    const { activityId, came, absent } = await begin()
    const { registrationId } = came
    await done(act(api, 'door.admit', editor, { activityId, registrationId, members: null }))
    expect(await done(change(activityId, 'ended-early'))).toMatchObject({
      change: { kind: 'ended-early', formerEndsAt: '2026-11-22T03:00:00.000Z' },
      notified: 1,
      unreached: 1,
    })
    expect(await newestMessage(absent.who)).toMatchObject({ about: { change: { kind: 'ended-early' } } })
    expect(await newestMessage(came.who)).toBeUndefined()
    expect(await done(api.call('activity.show', { activityId }))).toMatchObject({
      endsAt: '2026-11-22T01:00:00.000Z',
    })
    expect(await listed(activityId)).toBe('ended-early')
    expect(await onWall('2026-11-22T02:59:00Z')).toMatchObject([{ change: 'ended-early' }])
    expect(await onWall('2026-11-22T03:00:00Z')).toEqual([])
    expect(await change(activityId, 'note', { note: '下次再约' })).toMatchObject({ refusal: 'already_over' })
  })

  it('makes nobody a no-show when the roll is closed', async () => {
    const { activityId } = await begin()
    await done(change(activityId, 'ended-early'))
    await api.db
      .updateTable('activity')
      .set({ starts_at: new Date('2026-11-18T00:00:00Z'), ends_at: new Date('2026-11-18T01:00:00Z') })
      .where('id', '=', activityId)
      .execute()
    expect(await done(act(api, 'door.closeRoll', editor, { activityId }))).toMatchObject({ noShows: 0 })
  })

  it('of a market ends the workshop that is on, and cancels those that have not begun', async () => {
    const market = await makeActivity(api.db, { ...running, kind: 'open', capacity: null })
    const part = { ...running, kind: 'workshop', part_of: market, capacity: 4 } as const
    const on = await makeActivity(api.db, part)
    const later = await makeActivity(api.db, { ...part, starts_at: new Date('2026-11-22T02:00:00Z') })
    const { who } = await register(api, later)
    expect(await done(change(market, 'ended-early'))).toMatchObject({ notified: 1 })
    expect(await newestMessage(who)).toMatchObject({ kind: 'withdrawn' })
    expect(await done(api.call('activity.show', { activityId: later }))).toMatchObject({
      status: 'withdrawn',
    })
    expect(await done(api.call('activity.show', { activityId: on }))).toMatchObject({
      status: 'published',
      change: { kind: 'ended-early' },
    })
  })

  it('waits for the start', async () => {
    expect(await change(await makeActivity(api.db), 'ended-early')).toMatchObject({ refusal: 'not_started' })
  })
})

describe('补一句', () => {
  it('stands beside what was said before, which goes on', async () => {
    const activityId = await makeActivity(api.db)
    const { who } = await register(api, activityId)
    expect(await change(activityId, 'note')).toMatchObject({ refusal: 'note_missing' })
    await done(change(activityId, 'indoors', { place: '武宁片区二楼' }))
    const said = { kind: 'indoors', place: '武宁片区二楼', note: '请从东门进' }
    expect(await done(change(activityId, 'note', { note: '请从东门进' }))).toMatchObject({ change: said })
    expect(await done(api.call('activity.show', { activityId }))).toMatchObject({ change: said })
    expect(await newestMessage(who)).toMatchObject({ about: { change: said } })
    await done(change(activityId, 'as-planned'))
    expect(await done(api.call('activity.show', { activityId }))).toMatchObject({
      change: { kind: 'as-planned', place: null, note: null },
    })
  })

  it('stands alone where nothing was changed, and takes 60 characters', async () => {
    const activityId = await makeActivity(api.db)
    expect(await change(activityId, 'note', { note: '伞'.repeat(61) })).toMatchObject({
      fault: 'invalid_input',
    })
    expect(await done(change(activityId, 'note', { note: '伞'.repeat(60) }))).toMatchObject({
      change: { kind: 'note', place: null },
    })
  })
})

it('a place that was said holds when the activity is put off', async () => {
  const activityId = await makeActivity(api.db)
  await done(change(activityId, 'indoors', { place: '武宁片区二楼' }))
  await done(change(activityId, 'postponed', { startsAt: '2026-12-06T01:00:00Z' }))
  expect(await done(api.call('activity.show', { activityId }))).toMatchObject({
    change: { kind: 'postponed', place: '武宁片区二楼' },
  })
})

it('a place that was said is where it is listed and found from now on', async () => {
  const activityId = await makeActivity(api.db, { title: '吹泡泡', place: '芦苇岸' })
  const indoors = `武宁片区二楼${'长'.repeat(54)}`
  await done(change(activityId, 'indoors', { place: indoors }))
  await runJobs(api.served)
  const every = { span: null, place: null, topic: null, age: null, hasPlaces: false }
  const listed = async (place: string) => {
    const { activities } = await done<{ activities: { id: string }[] }>(
      api.call('activity.list', { ...every, place }),
    )
    return activities.some(({ id }) => id === activityId)
  }
  expect([await listed(indoors), await listed('芦苇岸')]).toEqual([true, false])
  const { places } = await done<{ places: string[] }>(api.call('activity.list', every))
  expect(places).toContain(indoors)
  expect(places).not.toContain('芦苇岸')
  const { groups } = await done<{ groups: { items: { id: string }[] }[] }>(
    api.call('search.find', { text: '武宁片区二楼' }),
  )
  expect(groups.flatMap(({ items }) => items.map(({ id }) => id))).toContain(activityId)
})

it('a place that was said is where staff find it, and where nothing else is planned at that time', async () => {
  const activityId = await makeActivity(api.db, { title: '放风筝', place: '柳树滩' })
  await done(change(activityId, 'indoors', { place: '棋牌室三楼' }))
  const recordsAt = async (words: string) => {
    const asked = { shelf: 'coming', officeIds: [], topic: null, words, size: 50, after: null }
    const { records } = await done<{ records: { recordId: string }[] }>(
      api.call('draft.records', asked, { token: editor.token }),
    )
    return records.map(({ recordId }) => recordId)
  }
  expect(await recordsAt('棋牌室三楼')).toContain(activityId)
  expect(await recordsAt('柳树滩')).not.toContain(activityId)
  const { starts_at: startsAt } = await api.db
    .selectFrom('activity')
    .select('starts_at')
    .where('id', '=', activityId)
    .executeTakeFirstOrThrow()
  const dates = [{ day: shanghaiDay(startsAt), startMinute: 0, endMinute: 1440 }]
  const takenAt = async (place: string) => {
    const found = await done<{ dates: { taken: { title: string }[] }[] }>(
      api.call('draft.dates', { officeId: null, place, dates }, { token: editor.token }),
    )
    return found.dates.flatMap(({ taken }) => taken.map(({ title }) => title))
  }
  expect(await takenAt('棋牌室三楼')).toContain('放风筝')
  expect(await takenAt('柳树滩')).toEqual([])
})
