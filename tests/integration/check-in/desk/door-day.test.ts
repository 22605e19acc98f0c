import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'
import { done, openHall } from '../../../support/activities/activities'
import { makeClass } from '../../../support/activities/codes'

let api: TestApi
beforeAll(async () => {
  api = await openHall()
})
afterAll(() => api.close())

it('the day without an office is one’s own for office staff, and the whole 街道’s for a scanner', async () => {
  const day = { starts_at: new Date('2026-12-12T01:00:00Z'), ends_at: new Date('2026-12-12T03:00:00Z') }
  const [own, other, outside] = [
    await makeClass(api.db, day),
    await makeClass(api.db, { ...day, office_id: OTHER_OFFICE }),
    await makeClass(api.db, { ...day, office_id: null, place: '河边' }),
  ]
  const dayOf = async (who: Person) => {
    const { office, activities } = await done<{
      office: { id: string } | null
      activities: { activityId: string; place: string }[]
    }>(api.call('door.day', { officeId: null, day: '2026-12-12' }, { token: who.token }))
    const made = activities.filter(({ activityId }) => [own, other, outside].includes(activityId))
    return { office: office?.id ?? null, ids: made.map(({ activityId }) => activityId).sort(), made }
  }
  expect(await dayOf(await admit(api.db, 'office'))).toMatchObject({ office: OWN_OFFICE, ids: [own] })
  const scanner = await admit(api.db, 'scanner')
  const all = await dayOf(scanner)
  expect(all).toMatchObject({ office: null, ids: [own, other, outside].sort() })
  expect(all.made.find(({ activityId }) => activityId === outside)?.place).toBe('河边')
})
