import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import {
  act,
  addFamily,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'
import { makeClass, opened, posterOf, scan, visitsOf } from '../../support/activities/codes'

let api: TestApi
let poster: string
beforeAll(async () => {
  api = await openHall()
  poster = `p/${await posterOf(api, await admit(api.db, 'admin'))}`
})
afterAll(() => api.close())
startEachOnSunday(() => api)

/** The door of a class on Saturday at 9:00 opens at 8:00 in Shanghai. */
const OPENS = '2026-11-28T00:00:00.000Z'
const A_MOMENT_BEFORE = '2026-11-27T23:59:59.999Z'

const later = async (who: Person | null) => (await opened(api, poster, who)).later

describe('a scan before the door of one’s activity opens', () => {
  it('is a visit, and says from when to scan again, to the millisecond', async () => {
    const activityId = await makeClass(api.db)
    const { who } = await register(api, activityId)
    await setNow(api, A_MOMENT_BEFORE)
    expect(await later(who)).toEqual([
      { activityId, title: '中国结手作', startsAt: '2026-11-28T01:00:00.000Z', checkInFrom: OPENS },
    ])
    await scan(api, poster, who)
    expect(await visitsOf(api.db, who.residentId)).toHaveLength(1)
    await setNow(api, OPENS)
    const code = await opened(api, poster, who)
    expect([code.later, code.parties.map((party) => party.activityId)]).toEqual([[], [activityId]])
  })

  it('tells of a week ahead, of the first three, and of relatives’ places too', async () => {
    const daughter = await admit(api.db)
    const mother = await addFamily(api, daughter, 1955)
    const days = ['28', '27', '26', '25'] as const
    for (const day of days) {
      const starts = new Date(`2026-11-${day}T06:30:00.000Z`)
      const ends = new Date(starts.getTime() + 3_600_000)
      const activityId = await makeClass(api.db, { starts_at: starts, ends_at: ends })
      await register(api, activityId, { who: daughter, family: [mother] })
    }
    expect((await later(daughter)).map(({ startsAt }) => startsAt.slice(8, 10))).toEqual(['25', '26', '27'])
    await setNow(api, '2026-11-18T06:29:59.999Z')
    expect(await later(daughter)).toEqual([])
    await setNow(api, '2026-11-18T06:30:00.000Z')
    expect(await later(daughter)).toHaveLength(1)
  })

  it('says nothing of other places, of who waits or cancelled, and nothing to strangers', async () => {
    const elsewhere = await register(api, await makeClass(api.db, { office_id: null }))
    const small = await makeClass(api.db, { capacity: 1 })
    const first = await register(api, small)
    const waits = await register(api, small)
    await setNow(api, A_MOMENT_BEFORE)
    expect(await later(elsewhere.who)).toEqual([])
    expect(await later(waits.who)).toEqual([])
    expect(await later(null)).toEqual([])
    expect(await later(first.who)).toHaveLength(1)
    await act(api, 'registration.cancel', first.who, { registrationId: first.registrationId })
    expect(await later(first.who)).toEqual([])
  })
})
