import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import {
  act,
  addFamily,
  done,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'
import { makeClass, NINE, opened, posterOf, statesOf, TWELVE_PAST } from '../../support/activities/codes'

let api: TestApi
let poster: string
beforeAll(async () => {
  api = await openHall()
  poster = `p/${await posterOf(api, await admit(api.db, 'admin'))}`
})
afterAll(() => api.close())
startEachOnSunday(() => api)

it('what was opened by a stranger is asked again by whoever signed in: who is expected, and nothing is taken by asking', async () => {
  const activityId = await makeClass(api.db, { capacity: 1 })
  const { who } = await register(api, activityId)
  const other = await admit(api.db)
  await setNow(api, NINE)
  const asStranger = await opened(api, poster)
  expect(asStranger).toMatchObject({ forStranger: true, parties: [] })
  expect(asStranger.walkIns).toContainEqual(expect.objectContaining({ activityId, free: 0 }))
  const { receipt } = asStranger
  const reopen = (person: Person) =>
    api.call('checkIn.reopen', { receipt }, { token: person.token }) as Promise<object>
  await setNow(api, TWELVE_PAST.replace('01:12', '01:05'))
  expect(await reopen(other)).toMatchObject({ value: { forStranger: false, parties: [] } })
  const known = {
    forStranger: false,
    receipt,
    openedAt: NINE,
    walkIns: expect.not.arrayContaining([expect.objectContaining({ activityId })]) as unknown,
    parties: [{ activityId, members: [{ isMe: true, cameAt: null }] }],
  }
  expect(await reopen(who)).toMatchObject({ ok: true, value: known })
  expect(await opened(api, poster, who)).toMatchObject({ forStranger: false })
  expect(await act(api, 'checkIn.confirm', who, { receipt })).toMatchObject({ ok: true })
  expect(await reopen(other)).toEqual({ ok: false, refusal: 'receipt_taken' })
  await setNow(api, '2026-11-28T01:10:00.000Z')
  expect(await reopen(who)).toEqual({ ok: false, refusal: 'code_expired' })
})

it('who was not asked for is not recorded with a network, but for who taps; without one everybody with a place is', async () => {
  const activityId = await makeClass(api.db)
  const daughter = await admit(api.db)
  await register(api, activityId, { who: daughter, family: [await addFamily(api, daughter)] })
  await setNow(api, NINE)
  const { receipt } = await opened(api, poster)
  expect(await act(api, 'checkIn.confirm', daughter, { receipt, members: null })).toMatchObject({
    value: { activities: [{ activityId, came: [{}] }] },
  })
  expect(await statesOf(api.db, activityId)).toEqual(['attended', 'confirmed'])
  const times = { happenedAt: 0, sentAt: 60_000 }
  await done(act(api, 'checkIn.upload', daughter, { code: poster, members: null, times }))
  expect(await statesOf(api.db, activityId)).toEqual(['attended', 'attended'])
})
