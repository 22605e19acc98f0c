import { OTHER_OFFICE, OWN_OFFICE, type House } from '../../support/api/house'
import { admit, type Person } from '../../support/api/people'
import { openHall, setNow } from '../registration/support/hall'
import { posterOf, scan } from './support/door'

let house: House
let admin: Person
let poster: string
beforeAll(async () => {
  house = await openHall()
  admin = await admit(house.db, 'admin')
  poster = `p/${await posterOf(house, admin)}`
})
afterAll(() => house.close())

describe('the passport', () => {
  it('has one stamp per distinct place, however often one comes, and only the own', async () => {
    const other = `p/${await posterOf(house, admin, { officeId: OTHER_OFFICE })}`
    const who = await admit(house.db)
    const days = ['2026-11-23T01:00:00.000Z', '2026-11-24T01:00:00.000Z', '2026-11-25T01:00:00.000Z']
    for (const [index, day] of days.entries()) {
      await setNow(house, day)
      await scan(house, index === 1 ? other : poster, who)
    }
    const { value } = (await house.call('passport.show', {}, { token: who.token })) as {
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
    const stranger = await admit(house.db)
    expect(await house.call('passport.show', {}, { token: stranger.token })).toMatchObject({
      value: { stamps: [], visits: [] },
    })
  })
})
