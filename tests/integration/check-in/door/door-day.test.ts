import { OTHER_OFFICE, OWN_OFFICE, type House } from '../../../support/api/house'
import { admit, type Person } from '../../../support/api/people'
import { done, openHall } from '../../registration/support/hall'
import { makeClass } from '../support/door'

let house: House
beforeAll(async () => {
  house = await openHall()
})
afterAll(() => house.close())

it('the day without an office is one’s own for office staff, and the whole 街道’s for a scanner', async () => {
  const day = { starts_at: new Date('2026-12-12T01:00:00Z'), ends_at: new Date('2026-12-12T03:00:00Z') }
  const [own, other, outside] = [
    await makeClass(house.db, day),
    await makeClass(house.db, { ...day, office_id: OTHER_OFFICE }),
    await makeClass(house.db, { ...day, office_id: null, place: '河边' }),
  ]
  const dayOf = async (who: Person) => {
    const { office, activities } = await done<{
      office: { id: string } | null
      activities: { activityId: string; place: string }[]
    }>(house.call('door.day', { officeId: null, day: '2026-12-12' }, { token: who.token }))
    const made = activities.filter(({ activityId }) => [own, other, outside].includes(activityId))
    return { office: office?.id ?? null, ids: made.map(({ activityId }) => activityId).sort(), made }
  }
  expect(await dayOf(await admit(house.db, 'office'))).toMatchObject({ office: OWN_OFFICE, ids: [own] })
  const scanner = await admit(house.db, 'scanner')
  const all = await dayOf(scanner)
  expect(all).toMatchObject({ office: null, ids: [own, other, outside].sort() })
  expect(all.made.find(({ activityId }) => activityId === outside)?.place).toBe('河边')
})
