import { OTHER_OFFICE, OWN_OFFICE, type House } from '../../../support/api/house'
import { admit, type Person } from '../../../support/api/people'
import { act, done, openHall, setNow, startEachOnSunday } from '../../registration/support/hall'
import { NINE, posterOf, scan, visitsOf } from '../support/door'

let house: House
let admin: Person
let own: Person
let others: Person
beforeAll(async () => {
  house = await openHall()
  admin = await admit(house.db, 'admin')
  own = await admit(house.db, 'office')
  others = await admit(house.db, 'office', OTHER_OFFICE)
})
afterAll(() => house.close())
startEachOnSunday(() => house)

describe('a visit of today', () => {
  it('is taken back by staff of that office, with a reason that stays, and no other day of that person', async () => {
    const poster = `p/${await posterOf(house, admin)}`
    const who = await admit(house.db)
    await setNow(house, '2026-11-27T01:00:00.000Z')
    await scan(house, poster, who)
    await setNow(house, NINE)
    const { visitId } = (await scan(house, poster, who)).visit
    const undo = (by: Person, officeId = OWN_OFFICE) =>
      act(house, 'door.undoVisit', by, { officeId, visitId, reason: '拍照扫的' })
    expect(await undo(others)).toMatchObject({ fault: 'forbidden' })
    expect(await undo(others, OTHER_OFFICE)).toMatchObject({ refusal: 'visit_not_found' })
    expect((await visitsOf(house.db, who.residentId)).map(({ undone_at }) => undone_at)).toEqual([null, null])
    await done(undo(own))
    await done(undo(own))
    expect((await visitsOf(house.db, who.residentId)).map(({ undone_at }) => undone_at === null)).toEqual([
      true,
      false,
    ])
    const history = await house.db
      .selectFrom('check_in_history')
      .select(['act', 'reason', 'by_resident'])
      .where('visit_id', '=', visitId)
      .orderBy('id')
      .execute()
    expect(history).toEqual([
      { act: 'recorded', reason: null, by_resident: who.residentId },
      { act: 'undone', reason: '拍照扫的', by_resident: own.residentId },
    ])
    const day = await house.call('door.day', { officeId: null, day: null }, { token: own.token })
    expect(JSON.stringify(day)).not.toContain(visitId)
  })
})

describe('a new wall screen', () => {
  const start = () =>
    done<{ secret: string; pairingId: string; digits: string }>(house.call('screen.startPairing', {}))
  const pair = async (by: Person, officeId: string) => {
    const { secret, pairingId, digits } = await start()
    const reply = await act(house, 'screen.pair', by, { pairingId, digits, officeId })
    const { state } = await done<{ state: string }>(house.call('screen.collectKey', { secret }))
    return { reply, state }
  }

  it('gets a key of the own office only, and none where nobody is any more', async () => {
    expect(await pair(others, OWN_OFFICE)).toMatchObject({ reply: { fault: 'forbidden' }, state: 'waiting' })
    expect(await pair(await admit(house.db, 'scanner'), OWN_OFFICE)).toMatchObject({
      reply: { fault: 'forbidden' },
    })
    expect(await pair(admin, 'old-wutong-hall')).toMatchObject({
      reply: { refusal: 'place_closed' },
      state: 'waiting',
    })
    expect(await pair(admin, 'nowhere')).toMatchObject({ reply: { refusal: 'office_not_found' } })
    expect(await pair(own, OWN_OFFICE)).toMatchObject({ reply: { ok: true }, state: 'paired' })
  })

  it('paired by two at once has one key', async () => {
    const { pairingId, digits } = await start()
    const tries = [own, admin, own, admin].map((by) =>
      act(house, 'screen.pair', by, { pairingId, digits, officeId: OWN_OFFICE }),
    )
    const replies = await Promise.all(tries)
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.filter((reply) => 'fault' in reply)).toEqual([])
  })
})
