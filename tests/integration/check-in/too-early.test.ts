import type { House } from '../../support/api/house'
import { admit, type Person } from '../../support/api/people'
import { act, addFamily, openHall, register, setNow, startEachOnSunday } from '../registration/support/hall'
import { makeClass, opened, posterOf, scan, visitsOf } from './support/door'

let house: House
let poster: string
beforeAll(async () => {
  house = await openHall()
  poster = `p/${await posterOf(house, await admit(house.db, 'admin'))}`
})
afterAll(() => house.close())
startEachOnSunday(() => house)

/** The door of a class on Saturday at 9:00 opens at 8:00 in Shanghai. */
const OPENS = '2026-11-28T00:00:00.000Z'
const A_MOMENT_BEFORE = '2026-11-27T23:59:59.999Z'

const later = async (who: Person | null) => (await opened(house, poster, who)).later

describe('a scan before the door of one’s activity opens', () => {
  it('is a visit, and says from when to scan again, to the millisecond', async () => {
    const activityId = await makeClass(house.db)
    const { who } = await register(house, activityId)
    await setNow(house, A_MOMENT_BEFORE)
    expect(await later(who)).toEqual([
      { activityId, title: '中国结手作', startsAt: '2026-11-28T01:00:00.000Z', checkInFrom: OPENS },
    ])
    await scan(house, poster, who)
    expect(await visitsOf(house.db, who.residentId)).toHaveLength(1)
    await setNow(house, OPENS)
    const code = await opened(house, poster, who)
    expect([code.later, code.parties.map((party) => party.activityId)]).toEqual([[], [activityId]])
  })

  it('tells of a week ahead, of the first three, and of relatives’ places too', async () => {
    const daughter = await admit(house.db)
    const mother = await addFamily(house, daughter, 1955)
    const days = ['28', '27', '26', '25'] as const
    for (const day of days) {
      const starts = new Date(`2026-11-${day}T06:30:00.000Z`)
      const ends = new Date(starts.getTime() + 3_600_000)
      const activityId = await makeClass(house.db, { starts_at: starts, ends_at: ends })
      await register(house, activityId, { who: daughter, family: [mother] })
    }
    expect((await later(daughter)).map(({ startsAt }) => startsAt.slice(8, 10))).toEqual(['25', '26', '27'])
    await setNow(house, '2026-11-18T06:29:59.999Z')
    expect(await later(daughter)).toEqual([])
    await setNow(house, '2026-11-18T06:30:00.000Z')
    expect(await later(daughter)).toHaveLength(1)
  })

  it('says nothing of other places, of who waits or cancelled, and nothing to strangers', async () => {
    const elsewhere = await register(house, await makeClass(house.db, { office_id: null }))
    const small = await makeClass(house.db, { capacity: 1 })
    const first = await register(house, small)
    const waits = await register(house, small)
    await setNow(house, A_MOMENT_BEFORE)
    expect(await later(elsewhere.who)).toEqual([])
    expect(await later(waits.who)).toEqual([])
    expect(await later(null)).toEqual([])
    expect(await later(first.who)).toHaveLength(1)
    await act(house, 'registration.cancel', first.who, { registrationId: first.registrationId })
    expect(await later(first.who)).toEqual([])
  })
})
