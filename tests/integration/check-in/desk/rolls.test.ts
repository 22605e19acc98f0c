import type { Reply } from '../../../../cloud/app/dispatch'
import type { TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'
import { openCrowd } from '../../../support/activities/crowd'
import {
  act,
  done,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../../support/activities/activities'
import {
  admitParty,
  entriesOf,
  makeClass,
  seatsWithWalkIns,
  statesOf,
} from '../../../support/activities/codes'
import { CLOSABLE, holdClass, memberOf } from '../../../support/activities/roll'

const LAST_MOMENT = '2026-11-30T03:29:59.999Z'

let api: TestApi
let staff: Person
beforeAll(async () => {
  api = await openHall()
  staff = await admit(api.db, 'office')
})
afterAll(() => api.close())
startEachOnSunday(() => api)

const held = (given: Parameters<typeof makeClass>[1] = {}) => holdClass(api, staff, given)
const close = (activityId: string, by: Person = staff): Promise<Reply> =>
  act(api, 'door.closeRoll', by, { activityId })
const correct = (
  activityId: string,
  memberId: string,
  came: boolean,
  reason = '签在纸上了',
): Promise<Reply> => act(api, 'door.correctRoll', staff, { activityId, memberId, came, reason })

const stateOf = async (memberId: string): Promise<string> =>
  (
    await api.db
      .selectFrom('party_member')
      .select('state')
      .where('id', '=', memberId)
      .executeTakeFirstOrThrow()
  ).state

describe('closing a roll', () => {
  it('is too early until 48 h after check-in, to the millisecond; then who did not come is a no-show', async () => {
    const { activityId } = await held()
    await setNow(api, LAST_MOMENT)
    expect(await close(activityId)).toEqual({
      ok: false,
      refusal: 'too_early',
      detail: { from: '2026-11-30T03:30:00.000Z' },
    })
    await setNow(api, CLOSABLE)
    expect(await close(activityId)).toMatchObject({
      value: { closedAt: CLOSABLE, noShows: 1, counts: { attended: 1, registered: 2 } },
    })
    expect(await statesOf(api.db, activityId)).toEqual(['attended', 'no_show'])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('is fine twice, with the time of the first; the list says so', async () => {
    const { activityId } = await held()
    await setNow(api, CLOSABLE)
    await close(activityId)
    await setNow(api, '2026-12-01T01:00:00.000Z')
    expect(await close(activityId)).toMatchObject({ value: { closedAt: CLOSABLE, noShows: 1 } })
    const list = await api.call('door.list', { activityId }, { token: staff.token })
    expect(list).toMatchObject({ value: { roll: { closableFrom: CLOSABLE, closedAt: CLOSABLE } } })
  })

  it('marks neither who waited, nor who cancelled, nor who was let in without a seat', async () => {
    const activityId = await makeClass(api.db)
    const released = await register(api, activityId)
    const cancelled = await register(api, activityId)
    const waiting = await register(api, activityId)
    await act(api, 'registration.cancel', cancelled.who, { registrationId: cancelled.registrationId })
    const late = await register(api, activityId)
    await setNow(api, '2026-11-28T01:15:00.000Z')
    await done(act(api, 'door.release', staff, { activityId }))
    await done(admitParty(api, staff, activityId, released.registrationId))
    await setNow(api, CLOSABLE)
    expect(await close(activityId)).toMatchObject({ value: { noShows: 1 } })
    expect(await stateOf(await memberOf(api, activityId, released.who))).toBe('confirmed')
    expect(await stateOf(await memberOf(api, activityId, cancelled.who))).toBe('cancelled')
    expect(await stateOf(await memberOf(api, activityId, waiting.who))).toBe('no_show')
    expect(await stateOf(await memberOf(api, activityId, late.who))).not.toBe('no_show')
  })

  it('is for staff of the own office, for activities with registrations that took place', async () => {
    const foreign = await makeClass(api.db, { office_id: null })
    const open = await makeClass(api.db, { kind: 'open', capacity: null })
    const withdrawn = await makeClass(api.db, { status: 'withdrawn' })
    await setNow(api, CLOSABLE)
    expect(await close('nowhere')).toMatchObject({ refusal: 'activity_not_found' })
    expect(await close(foreign)).toMatchObject({ refusal: 'not_own_office' })
    expect(await close(open)).toMatchObject({ refusal: 'no_registration_needed' })
    expect(await close(withdrawn)).toMatchObject({ refusal: 'activity_withdrawn' })
    expect(await close(foreign, await admit(api.db, 'scanner'))).toMatchObject({ fault: 'forbidden' })
  })

  it('makes a seatless entry of who uploads later still, and takes no mark back by itself', async () => {
    const { activityId, absent, memberId } = await held()
    await setNow(api, CLOSABLE)
    await close(activityId)
    const admin = await admit(api.db, 'admin')
    const { token } = await done<{ token: string }>(
      act(api, 'poster.forOffice', admin, { officeId: 'wutong-hall' }),
    )
    await setNow(api, '2026-11-30T04:00:00.000Z')
    const times = { happenedAt: 0, sentAt: 48 * 3_600_000 }
    await done(act(api, 'checkIn.upload', absent, { code: `p/${token}`, members: [memberId], times }))
    expect(await stateOf(memberId)).toBe('no_show')
    expect((await entriesOf(api.db, activityId)).map(({ door_flag }) => door_flag)).toContain(
      'activity_not_now',
    )
  })
})

describe('correcting a closed roll', () => {
  it('takes the mark back, counts a head, keeps seats and history, and is fine twice', async () => {
    const { activityId, memberId } = await held()
    await setNow(api, CLOSABLE)
    expect(await correct(activityId, memberId, true)).toMatchObject({ refusal: 'roll_not_closed' })
    await close(activityId)
    for (let time = 0; time < 2; time += 1) {
      expect(await correct(activityId, memberId, true)).toMatchObject({
        value: { state: 'attended', counts: { attended: 2, heads: 2 } },
      })
    }
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    const history = await api.db
      .selectFrom('activity_history')
      .select(['act', 'detail'])
      .where('activity_id', '=', activityId)
      .orderBy('id')
      .execute()
    expect(history).toEqual([
      { act: 'roll-closed', detail: { noShows: 1 } },
      { act: 'roll-corrected', detail: { memberId, came: true, reason: '签在纸上了' } },
    ])
    const steps = await api.db
      .selectFrom('member_history')
      .select(['act', 'to_state'])
      .where('member_id', '=', memberId)
      .orderBy('id')
      .execute()
    expect(steps).toEqual([
      { act: 'register', to_state: 'confirmed' },
      { act: 'close-roll', to_state: 'no_show' },
      { act: 'correct-roll', to_state: 'attended' },
    ])
  })

  it('sets the mark of somebody who was ticked by mistake, and their head goes', async () => {
    const { activityId, came } = await held()
    const memberId = await memberOf(api, activityId, came)
    await setNow(api, CLOSABLE)
    await close(activityId)
    expect(await correct(activityId, memberId, false, '点错了')).toMatchObject({
      value: { state: 'no_show', counts: { attended: 0, heads: 0 } },
    })
    expect(await correct(activityId, memberId, true)).toMatchObject({ value: { state: 'attended' } })
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('of a released seat leaves the seat released, and undoing the correction brings the mark back', async () => {
    const { activityId, memberId } = await held()
    await setNow(api, '2026-11-28T01:15:00.000Z')
    await done(act(api, 'door.release', staff, { activityId }))
    await setNow(api, CLOSABLE)
    await close(activityId)
    await done(correct(activityId, memberId, true))
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
    const entryId = (await entriesOf(api.db, activityId)).find((entry) => entry.member_id === memberId)?.id
    await done(act(api, 'door.undo', staff, { activityId, entryId, reason: '看错了' }))
    expect(await stateOf(memberId)).toBe('no_show')
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('knows nobody who was not on it', async () => {
    const { activityId } = await held()
    await setNow(api, '2026-11-22T01:00:00Z')
    const gone = await held()
    await setNow(api, CLOSABLE)
    await close(activityId)
    expect(await correct(activityId, gone.memberId, true)).toMatchObject({ refusal: 'not_on_roll' })
    expect(await correct(activityId, gone.memberId, true, '   ')).toMatchObject({ fault: 'invalid_input' })
  })
})

it('closed, corrected and undone at once by many, a roll says one thing of each and the counter is right', async () => {
  const crowd = openCrowd(api, 12)
  try {
    for (let round = 0; round < 4; round += 1) {
      await setNow(api, '2026-11-22T01:00:00Z')
      const { activityId, memberId, came } = await held()
      const ticked = await memberOf(api, activityId, came)
      const entryId = (await entriesOf(api.db, activityId))[0]?.id
      await setNow(api, CLOSABLE)
      const by = (endpoint: Parameters<typeof act>[1], input: object) =>
        act(crowd, endpoint, staff, { activityId, reason: '核对', ...input })
      const closing = () => act(crowd, 'door.closeRoll', staff, { activityId })
      const replies = await Promise.all([
        closing(),
        closing(),
        closing(),
        by('door.correctRoll', { memberId, came: true }),
        by('door.correctRoll', { memberId, came: true }),
        by('door.correctRoll', { memberId: ticked, came: false }),
        by('door.undo', { entryId }),
        by('door.undo', { entryId }),
      ])
      expect(replies.filter((reply) => 'fault' in reply)).toEqual([])
      expect(
        new Set(
          replies
            .slice(0, 3)
            .map((reply) => JSON.stringify((reply as { value?: { closedAt: string } }).value?.closedAt)),
        ).size,
      ).toBe(1)
      const liveEntries = (await entriesOf(api.db, activityId)).filter((entry) => entry.undone_at === null)
      const attended = (await statesOf(api.db, activityId)).filter((state) => state === 'attended')
      expect(liveEntries).toHaveLength(attended.length)
      expect(await statesOf(api.db, activityId)).not.toContain('confirmed')
      expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    }
  } finally {
    await crowd.close()
  }
})
