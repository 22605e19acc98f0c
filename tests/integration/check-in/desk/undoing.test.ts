import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'
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
  entryIdOf,
  makeClass,
  NINE,
  posterOf,
  scan,
  seatsWithWalkIns,
  statesOf,
  TWELVE_PAST,
  visitsOf,
} from '../../../support/activities/codes'

interface Party {
  readonly registrationId: string
  readonly members: readonly { memberId: string }[]
}

let api: TestApi
let staff: Person
let admin: Person
beforeAll(async () => {
  api = await openHall()
  staff = await admit(api.db, 'office')
  admin = await admit(api.db, 'admin')
})
afterAll(() => api.close())
startEachOnSunday(() => api)

describe('undoing', () => {
  const undo = (activityId: string, entryId: string) =>
    act(api, 'door.undo', staff, { activityId, entryId, reason: '点错了' })

  it('puts state, day, seat and gift back, keeps the history, is fine twice, and lets them come again', async () => {
    const activityId = await makeClass(api.db)
    const { who, registrationId } = await register(api, activityId)
    await setNow(api, NINE)
    const entryId = await entryIdOf(admitParty(api, staff, activityId, registrationId))
    await act(api, 'door.giveGift', staff, { activityId, entryId })
    for (let time = 0; time < 2; time += 1) {
      expect(await undo(activityId, entryId)).toMatchObject({ value: { counts: { attended: 0, heads: 0 } } })
    }
    expect(await statesOf(api.db, activityId)).toEqual(['confirmed'])
    expect(await visitsOf(api.db, who.residentId)).toMatchObject([
      { undone_at: expect.any(Number) as number },
    ])
    const history = await api.db
      .selectFrom('check_in_history')
      .select(['act', 'reason'])
      .where('entry_id', '=', entryId)
      .orderBy('id')
      .execute()
    expect(history).toEqual([
      { act: 'recorded', reason: null },
      { act: 'gift', reason: null },
      { act: 'undone', reason: '点错了' },
    ])
    expect(await act(api, 'door.giveGift', staff, { activityId, entryId })).toMatchObject({
      refusal: 'entry_not_found',
    })
    await setNow(api, TWELVE_PAST)
    expect(await admitParty(api, staff, activityId, registrationId)).toMatchObject({
      value: { came: [{ at: TWELVE_PAST, repeated: false }] },
    })
    expect(await visitsOf(api.db, who.residentId)).toHaveLength(2)
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('of a walk-in and of one who waited frees the seat', async () => {
    const activityId = await makeClass(api.db, { capacity: 2 })
    const pair = await register(api, activityId)
    await register(api, activityId)
    const waiting = await register(api, activityId)
    await setNow(api, '2026-11-28T00:30:00.000Z')
    await act(api, 'registration.cancel', pair.who, { registrationId: pair.registrationId })
    const { parties } = await done<{ parties: Party[] }>(
      api.call('door.list', { activityId }, { token: staff.token }),
    )
    const row = parties.find((party) => party.registrationId === waiting.registrationId)
    const members = row?.members.map(({ memberId }) => memberId)
    const entryId = await entryIdOf(admitParty(api, staff, activityId, waiting.registrationId, { members }))
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    expect(await undo(activityId, entryId)).toMatchObject({ value: { counts: { free: 1 } } })
    expect(await statesOf(api.db, activityId)).toEqual(['cancelled', 'confirmed', 'waiting'])
    const head = await done<{ entryId: string }>(act(api, 'door.addHead', staff, { activityId }))
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    await undo(activityId, head.entryId)
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('a visit takes the stamp back, and the day is free again', async () => {
    const poster = `p/${await posterOf(api, admin)}`
    const who = await admit(api.db)
    await setNow(api, NINE)
    const { visit } = await scan(api, poster, who)
    const input = { officeId: OWN_OFFICE, visitId: visit.visitId, reason: '拍照扫的' }
    for (let time = 0; time < 2; time += 1) {
      expect(await act(api, 'door.undoVisit', staff, input)).toMatchObject({ ok: true })
    }
    expect(await api.call('passport.show', {}, { token: who.token })).toMatchObject({
      value: { stamps: [], visits: [] },
    })
    expect(await scan(api, poster, who)).toMatchObject({ visit: { repeated: false, newStamp: true } })
    expect(await act(api, 'door.undoVisit', admin, { ...input, officeId: OTHER_OFFICE })).toMatchObject({
      refusal: 'visit_not_found',
    })
  })

  it('cannot be taken out of the history', async () => {
    await expect(api.db.deleteFrom('check_in_history').execute()).rejects.toThrow('append-only')
    await expect(api.db.updateTable('check_in_history').set({ reason: 'x' }).execute()).rejects.toThrow(
      'append-only',
    )
  })
})

it('a class moved to another day expects again who came early; one moved by an hour keeps them', async () => {
  for (const [startsAt, states] of [
    ['2026-11-29T01:00:00.000Z', ['confirmed']],
    ['2026-11-28T02:00:00.000Z', ['attended']],
  ] as const) {
    await setNow(api, '2026-11-22T01:00:00Z')
    const activityId = await makeClass(api.db)
    const { registrationId } = await register(api, activityId)
    await setNow(api, '2026-11-28T00:30:00.000Z')
    await admitParty(api, staff, activityId, registrationId)
    await act(api, 'door.addHead', staff, { activityId })
    await done(act(api, 'activity.change', admin, { activityId, kind: 'postponed', startsAt, place: null }))
    expect(await statesOf(api.db, activityId)).toEqual(states)
    const { counter, recount } = await seatsWithWalkIns(api.db, activityId)
    expect(counter).toBe(recount)
    expect(counter).toBe(states[0] === 'attended' ? 2 : 1)
  }
})
