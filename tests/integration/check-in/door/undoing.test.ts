import { OTHER_OFFICE, OWN_OFFICE, type House } from '../../../support/api/house'
import { admit, type Person } from '../../../support/api/people'
import { act, done, openHall, register, setNow, startEachOnSunday } from '../../registration/support/hall'
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
} from '../support/door'

interface Party {
  readonly registrationId: string
  readonly members: readonly { memberId: string }[]
}

let house: House
let staff: Person
let admin: Person
beforeAll(async () => {
  house = await openHall()
  staff = await admit(house.db, 'office')
  admin = await admit(house.db, 'admin')
})
afterAll(() => house.close())
startEachOnSunday(() => house)

describe('undoing', () => {
  const undo = (activityId: string, entryId: string) =>
    act(house, 'door.undo', staff, { activityId, entryId, reason: '点错了' })

  it('puts state, day, seat and gift back, keeps the history, is fine twice, and lets them come again', async () => {
    const activityId = await makeClass(house.db)
    const { who, registrationId } = await register(house, activityId)
    await setNow(house, NINE)
    const entryId = await entryIdOf(admitParty(house, staff, activityId, registrationId))
    await act(house, 'door.giveGift', staff, { activityId, entryId })
    for (let time = 0; time < 2; time += 1) {
      expect(await undo(activityId, entryId)).toMatchObject({ value: { counts: { attended: 0, heads: 0 } } })
    }
    expect(await statesOf(house.db, activityId)).toEqual(['confirmed'])
    expect(await visitsOf(house.db, who.residentId)).toMatchObject([
      { undone_at: expect.any(Number) as number },
    ])
    const history = await house.db
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
    expect(await act(house, 'door.giveGift', staff, { activityId, entryId })).toMatchObject({
      refusal: 'entry_not_found',
    })
    await setNow(house, TWELVE_PAST)
    expect(await admitParty(house, staff, activityId, registrationId)).toMatchObject({
      value: { came: [{ at: TWELVE_PAST, repeated: false }] },
    })
    expect(await visitsOf(house.db, who.residentId)).toHaveLength(2)
    expect(await seatsWithWalkIns(house.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('of a walk-in and of one who waited frees the seat', async () => {
    const activityId = await makeClass(house.db, { capacity: 2 })
    const pair = await register(house, activityId)
    await register(house, activityId)
    const waiting = await register(house, activityId)
    await setNow(house, '2026-11-28T00:30:00.000Z')
    await act(house, 'registration.cancel', pair.who, { registrationId: pair.registrationId })
    const { parties } = await done<{ parties: Party[] }>(
      house.call('door.list', { activityId }, { token: staff.token }),
    )
    const row = parties.find((party) => party.registrationId === waiting.registrationId)
    const members = row?.members.map(({ memberId }) => memberId)
    const entryId = await entryIdOf(admitParty(house, staff, activityId, waiting.registrationId, { members }))
    expect(await seatsWithWalkIns(house.db, activityId)).toEqual({ counter: 2, recount: 2 })
    expect(await undo(activityId, entryId)).toMatchObject({ value: { counts: { free: 1 } } })
    expect(await statesOf(house.db, activityId)).toEqual(['cancelled', 'confirmed', 'waiting'])
    const head = await done<{ entryId: string }>(act(house, 'door.addHead', staff, { activityId }))
    expect(await seatsWithWalkIns(house.db, activityId)).toEqual({ counter: 2, recount: 2 })
    await undo(activityId, head.entryId)
    expect(await seatsWithWalkIns(house.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('a visit takes the stamp back, and the day is free again', async () => {
    const poster = `p/${await posterOf(house, admin)}`
    const who = await admit(house.db)
    await setNow(house, NINE)
    const { visit } = await scan(house, poster, who)
    const wish = { officeId: OWN_OFFICE, visitId: visit.visitId, reason: '拍照扫的' }
    for (let time = 0; time < 2; time += 1) {
      expect(await act(house, 'door.undoVisit', staff, wish)).toMatchObject({ ok: true })
    }
    expect(await house.call('passport.show', {}, { token: who.token })).toMatchObject({
      value: { stamps: [], visits: [] },
    })
    expect(await scan(house, poster, who)).toMatchObject({ visit: { repeated: false, newStamp: true } })
    expect(await act(house, 'door.undoVisit', admin, { ...wish, officeId: OTHER_OFFICE })).toMatchObject({
      refusal: 'visit_not_found',
    })
  })

  it('cannot be taken out of the history', async () => {
    await expect(house.db.deleteFrom('check_in_history').execute()).rejects.toThrow('append-only')
    await expect(house.db.updateTable('check_in_history').set({ reason: 'x' }).execute()).rejects.toThrow(
      'append-only',
    )
  })
})

it('a class moved to another day expects again who came early; one moved by an hour keeps them', async () => {
  for (const [startsAt, states] of [
    ['2026-11-29T01:00:00.000Z', ['confirmed']],
    ['2026-11-28T02:00:00.000Z', ['attended']],
  ] as const) {
    await setNow(house, '2026-11-22T01:00:00Z')
    const activityId = await makeClass(house.db)
    const { registrationId } = await register(house, activityId)
    await setNow(house, '2026-11-28T00:30:00.000Z')
    await admitParty(house, staff, activityId, registrationId)
    await act(house, 'door.addHead', staff, { activityId })
    await done(act(house, 'activity.change', admin, { activityId, kind: 'postponed', startsAt, place: null }))
    expect(await statesOf(house.db, activityId)).toEqual(states)
    const { counter, recount } = await seatsWithWalkIns(house.db, activityId)
    expect(counter).toBe(recount)
    expect(counter).toBe(states[0] === 'attended' ? 2 : 1)
  }
})
