import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'
import { act, done, openHall, setNow, startEachOnSunday } from '../../../support/activities/activities'
import { NINE, posterOf, scan, visitsOf } from '../../../support/activities/codes'

let api: TestApi
let admin: Person
let own: Person
let others: Person
beforeAll(async () => {
  api = await openHall()
  admin = await admit(api.db, 'admin')
  own = await admit(api.db, 'office')
  others = await admit(api.db, 'office', OTHER_OFFICE)
})
afterAll(() => api.close())
startEachOnSunday(() => api)

describe('a visit of today', () => {
  it('is taken back by staff of that office, with a reason that stays, and no other day of that person', async () => {
    const poster = `p/${await posterOf(api, admin)}`
    const who = await admit(api.db)
    await setNow(api, '2026-11-27T01:00:00.000Z')
    await scan(api, poster, who)
    await setNow(api, NINE)
    const { visitId } = (await scan(api, poster, who)).visit
    const undo = (by: Person, officeId = OWN_OFFICE) =>
      act(api, 'door.undoVisit', by, { officeId, visitId, reason: '拍照扫的' })
    expect(await undo(others)).toMatchObject({ refusal: 'not_own_office' })
    expect(await undo(others, OTHER_OFFICE)).toMatchObject({ refusal: 'visit_not_found' })
    expect((await visitsOf(api.db, who.residentId)).map(({ undone_at }) => undone_at)).toEqual([null, null])
    await done(undo(own))
    await done(undo(own))
    expect((await visitsOf(api.db, who.residentId)).map(({ undone_at }) => undone_at === null)).toEqual([
      true,
      false,
    ])
    const history = await api.db
      .selectFrom('check_in_history')
      .select(['act', 'reason', 'by_resident'])
      .where('visit_id', '=', visitId)
      .orderBy('id')
      .execute()
    expect(history).toEqual([
      { act: 'recorded', reason: null, by_resident: who.residentId },
      { act: 'undone', reason: '拍照扫的', by_resident: own.residentId },
    ])
    const day = await api.call('door.day', { officeId: null, day: null }, { token: own.token })
    expect(JSON.stringify(day)).not.toContain(visitId)
  })
})

describe('a new wall screen', () => {
  const start = () =>
    done<{ secret: string; pairingId: string; digits: string }>(api.call('screen.startPairing', {}))
  const pair = async (by: Person, officeId: string) => {
    const { secret, pairingId, digits } = await start()
    const reply = await act(api, 'screen.pair', by, { pairingId, digits, officeId })
    const { state } = await done<{ state: string }>(api.call('screen.collectKey', { secret }))
    return { reply, state }
  }

  it('gets a key of the own office only, and none where nobody is any more', async () => {
    expect(await pair(others, OWN_OFFICE)).toMatchObject({
      reply: { refusal: 'not_own_office' },
      state: 'waiting',
    })
    expect(await pair(await admit(api.db, 'scanner'), OWN_OFFICE)).toMatchObject({
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
      act(api, 'screen.pair', by, { pairingId, digits, officeId: OWN_OFFICE }),
    )
    const replies = await Promise.all(tries)
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.filter((reply) => 'fault' in reply)).toEqual([])
  })
})
