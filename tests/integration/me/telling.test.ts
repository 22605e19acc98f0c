import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import {
  act,
  done,
  makeActivity,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'

let api: TestApi
beforeAll(async () => {
  api = await openHall()
})
afterAll(() => api.close())
startEachOnSunday(() => api)

const tell = (who: Person, registrationId: string, telling: string, phone: string | null = null) =>
  act(api, 'registration.setTelling', who, { registrationId, telling, phone })

const kept = async (registrationId: string) => {
  const row = await api.db
    .selectFrom('registration')
    .select(['telling', 'phone_sealed'])
    .where('id', '=', registrationId)
    .executeTakeFirstOrThrow()
  return { telling: row.telling, hasPhone: row.phone_sealed !== null }
}

it('changes how one is told, and forgets a number that is no longer wanted', async () => {
  const { who, registrationId } = await register(api, await makeActivity(api.db))
  expect(await tell(who, registrationId, 'phone')).toMatchObject({ refusal: 'phone_missing' })
  expect(await done(tell(who, registrationId, 'phone', '13800001234'))).toEqual({ telling: 'phone' })
  expect(await kept(registrationId)).toEqual({ telling: 'phone', hasPhone: true })
  await done(tell(who, registrationId, 'none'))
  expect(await kept(registrationId)).toEqual({ telling: 'none', hasPhone: false })
})

it('decides how a later change is told: the call list has the number', async () => {
  const activityId = await makeActivity(api.db)
  const { who, registrationId, number } = await register(api, activityId, { telling: 'none' })
  const admin = await admit(api.db, 'admin')
  await done(tell(who, registrationId, 'phone', '021-62570000'))
  await done(act(api, 'activity.withdraw', admin, { activityId }))
  const list = await done<{ unreached: unknown[] }>(
    api.call('activity.unreached', { activityId }, { token: admin.token }),
  )
  expect(list.unreached).toMatchObject([{ number, telling: 'phone', phone: '021-62570000' }])
})

it('is nobody else’s to say, known or not', async () => {
  const { registrationId } = await register(api, await makeActivity(api.db))
  const stranger = await admit(api.db)
  expect(await tell(stranger, registrationId, 'none')).toMatchObject({ refusal: 'registration_not_found' })
})

it('is settled once the activity has begun, or nobody of it is left', async () => {
  const { who, registrationId } = await register(api, await makeActivity(api.db))
  await done(act(api, 'registration.cancel', who, { registrationId }))
  expect(await tell(who, registrationId, 'none')).toMatchObject({ refusal: 'cancelled' })
  await setNow(api, '2026-11-28T01:00:00.000Z')
  expect(await tell(who, registrationId, 'none')).toMatchObject({ refusal: 'already_started' })
})
