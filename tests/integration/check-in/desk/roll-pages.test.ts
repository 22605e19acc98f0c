import type { TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'
import {
  act,
  done,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../../support/activities/activities'
import { makeClass } from '../../../support/activities/codes'
import { CLOSABLE, holdClass } from '../../../support/activities/roll'

let api: TestApi
let staff: Person
beforeAll(async () => {
  api = await openHall()
  staff = await admit(api.db, 'office')
})
afterAll(() => api.close())
startEachOnSunday(() => api)

const held = (given: Parameters<typeof makeClass>[1] = {}) => holdClass(api, staff, given)
const close = (activityId: string) => act(api, 'door.closeRoll', staff, { activityId })
const correct = (activityId: string, memberId: string, came: boolean, reason = '签在纸上了') =>
  act(api, 'door.correctRoll', staff, { activityId, memberId, came, reason })

describe('the rolls of an office', () => {
  interface Rolls {
    readonly rolls: readonly { readonly activityId: string; readonly closedAt: string | null }[]
  }
  const listed = async (who: Person, own: readonly string[]) =>
    (await done<Rolls>(api.call('door.rolls', {}, { token: who.token }))).rolls.filter(({ activityId }) =>
      own.includes(activityId),
    )
  /** Check-in of the class ends at 11:30 on Saturday. */
  const OVER = '2026-11-28T03:30:00.000Z'

  it('lists whose check-in is over, from that millisecond for 60 days, open ones first', async () => {
    const { activityId: first } = await held()
    await setNow(api, '2026-11-22T01:00:00Z')
    const { activityId: second } = await held()
    const own = [first, second]
    await setNow(api, '2026-11-28T03:29:59.999Z')
    expect(await listed(staff, own)).toEqual([])
    await setNow(api, OVER)
    expect(await listed(staff, own)).toHaveLength(2)
    expect((await listed(staff, [first]))[0]).toMatchObject({
      closableFrom: CLOSABLE,
      closedAt: null,
      counts: { registered: 2, attended: 1 },
    })
    await setNow(api, CLOSABLE)
    await done(close(first))
    expect(await listed(staff, own)).toMatchObject([
      { activityId: second, closedAt: null },
      { activityId: first, closedAt: CLOSABLE },
    ])
    await setNow(api, '2027-01-27T01:00:00.000Z')
    expect(await listed(staff, own)).toHaveLength(2)
    await setNow(api, '2027-01-27T01:00:00.001Z')
    expect(await listed(staff, own)).toEqual([])
  })

  it('leaves out other offices, open activities, those that were withdrawn, and those nobody had a place in', async () => {
    const { activityId: own } = await held()
    const foreign = await makeClass(api.db, { office_id: null })
    const empty = await makeClass(api.db)
    const open = await makeClass(api.db, { kind: 'open', capacity: null })
    const withdrawn = await makeClass(api.db, { status: 'withdrawn' })
    await setNow(api, '2026-11-22T01:00:00Z')
    await register(api, foreign)
    await setNow(api, OVER)
    const all = [own, foreign, empty, open, withdrawn]
    expect((await listed(staff, all)).map(({ activityId }) => activityId)).toEqual([own])
    const editor = await admit(api.db, 'editor')
    expect((await listed(editor, all)).map(({ activityId }) => activityId).sort()).toEqual(
      [own, foreign].sort(),
    )
    const show = (activityId: string) => api.call('door.roll', { activityId }, { token: staff.token })
    expect(await show(foreign)).toMatchObject({ refusal: 'not_own_office' })
    expect(await show(open)).toMatchObject({ refusal: 'no_registration_needed' })
    expect(await show('nowhere')).toMatchObject({ refusal: 'activity_not_found' })
  })

  it('shows one with everybody who had a place, masked, and every correction with its reason', async () => {
    const { activityId, memberId } = await held({ capacity: 3 })
    await setNow(api, '2026-11-22T01:00:00Z')
    const gone = await register(api, activityId)
    await done(act(api, 'registration.cancel', gone.who, { registrationId: gone.registrationId }))
    await setNow(api, CLOSABLE)
    await done(close(activityId))
    await done(correct(activityId, memberId, true))
    await done(correct(activityId, memberId, false, '记错了'))
    const page = await done<{ parties: { members: { memberId: string; state: string }[] }[] }>(
      api.call('door.roll', { activityId }, { token: staff.token }),
    )
    expect(page).toMatchObject({
      closedAt: CLOSABLE,
      corrections: [
        { memberId, came: false, reason: '记错了', at: CLOSABLE },
        { memberId, came: true, reason: '签在纸上了', at: CLOSABLE },
      ],
    })
    const states = page.parties.flatMap(({ members }) => members.map(({ state }) => state))
    expect([...states].sort()).toEqual(['attended', 'no_show'])
  })
})
