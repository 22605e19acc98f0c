import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { openHall, setNow } from '../../support/activities/activities'
import { posterOf, scan } from '../../support/activities/codes'

let api: TestApi
let admin: Person
let poster: string
beforeAll(async () => {
  api = await openHall()
  admin = await admit(api.db, 'admin')
  poster = `p/${await posterOf(api, admin)}`
})
afterAll(() => api.close())

describe('the passport', () => {
  it('has one stamp per distinct place, however often one comes, and only the own', async () => {
    const other = `p/${await posterOf(api, admin, { officeId: OTHER_OFFICE })}`
    const who = await admit(api.db)
    const days = ['2026-11-23T01:00:00.000Z', '2026-11-24T01:00:00.000Z', '2026-11-25T01:00:00.000Z']
    for (const [index, day] of days.entries()) {
      await setNow(api, day)
      await scan(api, index === 1 ? other : poster, who)
    }
    const { value } = (await api.call('passport.show', {}, { token: who.token })) as {
      value: {
        stamps: unknown[]
        visits: unknown[]
        sets: { id: string; collected: number; total: number; places: { id: string; shortName: string }[] }[]
      }
    }
    expect(value.stamps).toMatchObject([
      { place: { id: OWN_OFFICE }, at: days[0] },
      { place: { id: OTHER_OFFICE }, at: days[1] },
    ])
    expect(value.visits).toHaveLength(3)
    const livingRooms = value.sets.find(({ id }) => id === 'living-room')
    expect(livingRooms?.collected).toBe(2)
    expect(livingRooms?.total).toBeGreaterThanOrEqual(2)
    expect(livingRooms?.places).toHaveLength(livingRooms?.total ?? 0)
    expect(livingRooms?.places.find(({ id }) => id === OWN_OFFICE)).toEqual({
      kind: 'office',
      id: OWN_OFFICE,
      name: '梧桐里百姓会客厅',
      shortName: '梧桐里',
    })
    const stranger = await admit(api.db)
    expect(await api.call('passport.show', {}, { token: stranger.token })).toMatchObject({
      value: { stamps: [], visits: [] },
    })
  })
})
