import type { TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'
import {
  act,
  done,
  openHall,
  partiesOf,
  register,
  setNow,
  startEachOnSunday,
} from '../../../support/activities/activities'
import { makeClass, NINE } from '../../../support/activities/codes'
import { memberOf } from '../../../support/activities/roll'

let api: TestApi
let staff: Person
beforeAll(async () => {
  api = await openHall()
  staff = await admit(api.db, 'office')
})
afterAll(() => api.close())
startEachOnSunday(() => api)

describe('the cool-down', () => {
  const DAY = 86_400_000
  const classOn = (day: number) => {
    const starts = new Date(Date.parse(NINE) + day * DAY)
    return { starts_at: starts, ends_at: new Date(starts.getTime() + 2 * 3_600_000) }
  }

  /** Twice away, in two classes whose rolls are closed. */
  async function awayTwice(): Promise<{
    who: Person
    rolls: readonly { activityId: string; memberId: string }[]
  }> {
    const who = await admit(api.db)
    const rolls: { activityId: string; memberId: string }[] = []
    for (const day of [0, 1]) {
      const activityId = await makeClass(api.db, classOn(day))
      await register(api, activityId, { who })
      rolls.push({ activityId, memberId: await memberOf(api, activityId, who) })
    }
    return { who, rolls }
  }

  /** Who gets the one seat that gets free: whoever waited first, unless they queue last. */
  async function firstInQueue(who: Person): Promise<boolean> {
    const activityId = await makeClass(api.db, { ...classOn(20), capacity: 1, cool_down: true })
    const holder = await register(api, activityId)
    const mine = await register(api, activityId, { who })
    await register(api, activityId)
    await act(api, 'registration.cancel', holder.who, { registrationId: holder.registrationId })
    const [, party] = await partiesOf(api.db, activityId)
    expect(mine.place).toBe('waiting')
    return party?.states[0] === 'confirmed'
  }

  it('counts what closed rolls say, and no longer what was corrected', async () => {
    const { who, rolls } = await awayTwice()
    await setNow(api, '2026-12-02T03:30:00.000Z')
    expect(await firstInQueue(who)).toBe(true)
    for (const { activityId } of rolls) await done(act(api, 'door.closeRoll', staff, { activityId }))
    expect(await firstInQueue(who)).toBe(false)
    const [first] = rolls
    await done(act(api, 'door.correctRoll', staff, { ...first, came: true, reason: '签在纸上了' }))
    expect(await firstInQueue(who)).toBe(true)
  })
})
