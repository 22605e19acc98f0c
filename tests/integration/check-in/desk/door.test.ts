import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'
import {
  act,
  addFamily,
  done,
  makeActivity,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../../support/activities/activities'
import {
  admitParty,
  entriesOf,
  entryIdOf,
  makeClass,
  NINE,
  refusedScans,
  seatsWithWalkIns,
  TWELVE_PAST,
  visitsOf,
} from '../../../support/activities/codes'

interface Party {
  readonly registrationId: string
  readonly number: string
  readonly members: readonly { memberId: string; name: string | null; entry: { entryId: string } | null }[]
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

const ask = (endpoint: Parameters<TestApi['call']>[0], input: object, who = staff) =>
  api.call(endpoint, input, { token: who.token })

/** A class with one registration of a daughter and her mother 王秀兰. */
async function makeParty(given: Parameters<typeof makeClass>[1] = {}) {
  const activityId = await makeClass(api.db, given)
  const daughter = await admit(api.db)
  const mother = await addFamily(api, daughter, 1955, '王秀兰')
  const registered = await register(api, activityId, { who: daughter, family: [mother] })
  await setNow(api, NINE)
  return { activityId, daughter, ...registered }
}

describe('an activity that is withdrawn while people come', () => {
  it('has no head and no seat in use, those of walk-ins neither', async () => {
    const activityId = await makeClass(api.db, { capacity: 3 })
    const { registrationId } = await register(api, activityId)
    await setNow(api, '2026-11-28T00:50:00.000Z')
    await done(act(api, 'door.admit', staff, { activityId, registrationId, members: null }))
    await done(act(api, 'door.addHead', staff, { activityId }))
    expect((await seatsWithWalkIns(api.db, activityId)).counter).toBeGreaterThan(1)
    await done(act(api, 'activity.withdraw', admin, { activityId }))
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 0, recount: 0 })
    expect((await entriesOf(api.db, activityId)).filter(({ undone_at }) => undone_at === null)).toEqual([])
  })
})

describe('a ticket of a party that the phone lacks in its list', () => {
  it('is refused in words where nobody of it has a place, and never let in as nobody', async () => {
    const activityId = await makeClass(api.db, { capacity: 1 })
    await register(api, activityId)
    const waiting = await register(api, activityId)
    const gone = await register(api, activityId)
    await done(act(api, 'registration.cancel', gone.who, { registrationId: gone.registrationId }))
    await setNow(api, TWELVE_PAST)
    const letIn = ({ registrationId }: { registrationId: string }) =>
      act(api, 'door.admit', staff, { activityId, registrationId, members: null, foundBy: 'ticket' })
    expect(await letIn(waiting)).toMatchObject({ refusal: 'no_room' })
    expect(await letIn(gone)).toMatchObject({ refusal: 'cancelled' })
    expect(await refusedScans(api.db)).toEqual(
      ['no_room', 'cancelled'].map(
        (reason) => expect.objectContaining({ reason, kind: 'ticket' }) as unknown,
      ),
    )
    await done(act(api, 'activity.setCapacity', admin, { activityId, capacity: 2 }))
    expect(await letIn(waiting)).toMatchObject({ value: { came: [{ doorFlag: null }] } })
  })
})

it('somebody is found by the first letter of a name whichever way it is typed', async () => {
  const activityId = await makeClass(api.db, { capacity: 6 })
  const who = await admit(api.db)
  await register(api, activityId, { who, family: [await addFamily(api, who, 1955, 'Zoë Smith')] })
  const wide = await admit(api.db)
  await register(api, activityId, { who: wide, family: [await addFamily(api, wide, 1955, 'Ｌｉ Ｎａ')] })
  const parted = await admit(api.db)
  const elise = await addFamily(api, parted, 1955, 'E\u0301lise')
  await register(api, activityId, { who: parted, family: [elise] })
  await setNow(api, NINE)
  const found = async (surname: string) => {
    const { parties } = await done<{ parties: Party[] }>(ask('door.findBySurname', { activityId, surname }))
    return parties.flatMap(({ members }) => members.flatMap(({ name }) => name ?? []))
  }
  for (const surname of ['Z', 'z', 'Ｚ', '\u200bZ', 'Zoë']) expect(await found(surname)).toEqual(['Z**'])
  for (const surname of ['L', 'l', 'Ｌ']) expect(await found(surname)).toEqual(['Ｌ**'])
  for (const surname of ['É', 'é', 'E\u0301']) expect(await found(surname)).toEqual(['E**'])
})

describe('the door', () => {
  it('finds somebody by the four digits, by surname and by ticket, with masked names', async () => {
    const { activityId, daughter, registrationId, number } = await makeParty()
    const found = await done<Party>(ask('door.findByNumber', { activityId, number }))
    expect(found).toMatchObject({ registrationId, number })
    expect(found.members.map(({ name }) => name)).toContain('王**')
    expect(JSON.stringify(found)).not.toContain('秀兰')
    expect(await ask('door.findBySurname', { activityId, surname: '王' })).toMatchObject({
      value: { parties: [{ registrationId }] },
    })
    // More of a name narrows nothing: what is masked cannot be spelled out.
    expect(await ask('door.findBySurname', { activityId, surname: '王丽' })).toMatchObject({
      value: { parties: [{ registrationId }] },
    })
    expect(await ask('door.findBySurname', { activityId, surname: '赵' })).toMatchObject({
      value: { parties: [] },
    })
    const { ticket } = await done<{ ticket: string }>(
      api.call('checkIn.ticket', { registrationId }, { token: daughter.token }),
    )
    expect(await ask('door.findByTicket', { activityId, ticket })).toEqual({ ok: true, value: found })
    const stranger = await admit(api.db)
    expect(await api.call('checkIn.ticket', { registrationId }, { token: stranger.token })).toMatchObject({
      refusal: 'registration_not_found',
    })
  })

  it('says which activity a ticket or a number belongs to, and turns a forged ticket away', async () => {
    const { activityId, daughter, registrationId, number } = await makeParty()
    const other = await makeClass(api.db, { title: '剪纸课' })
    const { ticket } = await done<{ ticket: string }>(
      api.call('checkIn.ticket', { registrationId }, { token: daughter.token }),
    )
    const elsewhere = { refusal: 'other_activity', detail: { title: '中国结手作', startsAt: NINE } }
    expect(await ask('door.findByTicket', { activityId: other, ticket })).toMatchObject(elsewhere)
    expect(await ask('door.findByNumber', { activityId: other, number })).toMatchObject(elsewhere)
    const before = (await refusedScans(api.db)).length
    const forged = ticket.replace(/.$/, ticket.endsWith('A') ? 'Q' : 'A')
    expect(await ask('door.findByTicket', { activityId, ticket: forged })).toMatchObject({
      refusal: 'code_forged',
    })
    expect(await ask('door.findByTicket', { activityId, ticket: 'p/abc' })).toMatchObject({
      refusal: 'code_unknown',
    })
    expect((await refusedScans(api.db)).slice(before)).toMatchObject([
      { reason: 'code_forged', kind: 'ticket' },
      { reason: 'code_unknown', kind: 'ticket' },
    ])
  })

  it('holds off after five wrong numbers, that member of staff at that activity alone, for ten minutes', async () => {
    const { activityId, number } = await makeParty()
    const other = await makeClass(api.db)
    const wrong = String((Number(number) + 1) % 10_000).padStart(4, '0')
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => ask('door.findByNumber', { activityId, number: wrong })),
    )
    const codes = tries.map((reply) => ('refusal' in reply ? reply.refusal : 'ok')).sort()
    expect(codes).toEqual([...Array(7).fill('held_off'), ...Array(5).fill('not_registered')])
    expect(await ask('door.findByNumber', { activityId, number })).toMatchObject({ refusal: 'held_off' })
    expect(await ask('door.findByNumber', { activityId, number }, admin)).toMatchObject({ ok: true })
    expect(await ask('door.findByNumber', { activityId: other, number: wrong })).toMatchObject({
      refusal: 'not_registered',
    })
    await setNow(api, '2026-11-28T01:10:00.000Z')
    expect(await ask('door.findByNumber', { activityId, number })).toMatchObject({ ok: true })
  })

  it('lets a party in and counts it, and answers a repeat with the first time', async () => {
    const { activityId, registrationId, daughter } = await makeParty()
    expect(await admitParty(api, staff, activityId, registrationId)).toMatchObject({
      value: {
        came: [{ repeated: false }, { repeated: false }],
        counts: { registered: 2, attended: 2, heads: 2 },
      },
    })
    await setNow(api, TWELVE_PAST)
    expect(await admitParty(api, staff, activityId, registrationId)).toMatchObject({
      value: {
        came: [
          { at: NINE, repeated: true },
          { at: NINE, repeated: true },
        ],
        counts: { heads: 2 },
      },
    })
    expect(await visitsOf(api.db, daughter.residentId)).toMatchObject([
      { place_id: OWN_OFFICE, grade: 'staff' },
    ])
    const grades = await api.db
      .selectFrom('party_member')
      .select('presence')
      .where('registration_id', '=', registrationId)
      .execute()
    expect(grades).toEqual([{ presence: 'staff' }, { presence: 'staff' }])
  })

  it('of 0527 and ＋1 无手机 counts two more, the second apart', async () => {
    const activityId = await makeClass(api.db)
    const { registrationId } = await register(api, activityId)
    await setNow(api, NINE)
    await admitParty(api, staff, activityId, registrationId)
    expect(await act(api, 'door.addHead', staff, { activityId })).toMatchObject({
      value: { counts: { attended: 1, withoutPhone: 1, walkedIn: 0, heads: 2, free: 0 } },
    })
    expect(await act(api, 'door.addHead', staff, { activityId })).toMatchObject({ refusal: 'no_room' })
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('refuses outside the window, who cancelled, and who never registered, each with its reason', async () => {
    const { activityId, registrationId, daughter } = await makeParty()
    const before = (await refusedScans(api.db)).length
    await setNow(api, '2026-11-28T03:30:00.000Z')
    expect(await admitParty(api, staff, activityId, registrationId)).toMatchObject({
      refusal: 'activity_not_now',
    })
    expect(await act(api, 'door.addHead', staff, { activityId })).toMatchObject({
      refusal: 'activity_not_now',
    })
    await setNow(api, '2026-11-28T00:30:00.000Z')
    await act(api, 'registration.cancel', daughter, { registrationId })
    const { members } = (await done<{ parties: Party[] }>(ask('door.list', { activityId })))
      .parties[0] as Party
    const named = members.map(({ memberId }) => memberId)
    expect(await admitParty(api, staff, activityId, registrationId, { members: named })).toMatchObject({
      refusal: 'cancelled',
    })
    expect(await admitParty(api, staff, activityId, staff.residentId)).toMatchObject({
      refusal: 'not_registered',
    })
    expect((await refusedScans(api.db)).slice(before).map(({ reason }) => reason)).toEqual([
      'activity_not_now',
      'activity_not_now',
      'cancelled',
      'not_registered',
    ])
  })

  it('logs a ticket that is refused as a ticket, also where the phone ticked its members', async () => {
    const { activityId, registrationId, daughter } = await makeParty()
    const before = (await refusedScans(api.db)).length
    const { members } = (await done<{ parties: Party[] }>(ask('door.list', { activityId })))
      .parties[0] as Party
    await setNow(api, '2026-11-28T00:30:00.000Z')
    await done(act(api, 'registration.cancel', daughter, { registrationId }))
    const ticked = { members: members.map(({ memberId }) => memberId) }
    for (const foundBy of [{ foundBy: 'ticket' }, { foundBy: 'number' }, {}])
      await admitParty(api, staff, activityId, registrationId, { ...ticked, ...foundBy })
    expect((await refusedScans(api.db)).slice(before)).toMatchObject([
      { reason: 'cancelled', kind: 'ticket' },
      { reason: 'cancelled', kind: 'number' },
      { reason: 'cancelled', kind: 'number' },
    ])
  })

  it('of another office is closed to office staff, and open to scanners and admins', async () => {
    const activityId = await makeClass(api.db, { office_id: OTHER_OFFICE })
    const scanner = await admit(api.db, 'scanner')
    expect(await ask('door.list', { activityId })).toMatchObject({ refusal: 'not_own_office' })
    expect(await act(api, 'door.addHead', staff, { activityId })).toMatchObject({
      refusal: 'not_own_office',
    })
    for (const who of [scanner, admin]) {
      expect(await ask('door.list', { activityId }, who)).toMatchObject({ ok: true })
    }
  })

  it('gives the seats of who has not come to walk-ins, and lets a released member in all the same', async () => {
    const { activityId, registrationId } = await makeParty()
    await setNow(api, '2026-11-28T01:14:59.999Z')
    expect(await act(api, 'door.release', staff, { activityId })).toMatchObject({ refusal: 'too_early' })
    await setNow(api, '2026-11-28T01:15:00.000Z')
    expect(await act(api, 'door.release', staff, { activityId })).toMatchObject({
      value: { released: 2, counts: { free: 2 } },
    })
    await act(api, 'door.addHead', staff, { activityId })
    await act(api, 'door.addHead', staff, { activityId })
    expect(await admitParty(api, staff, activityId, registrationId)).toMatchObject({
      value: {
        came: [{ doorFlag: 'released' }, { doorFlag: 'released' }],
        counts: { doorRecords: 2, withoutPhone: 2, heads: 4, free: 0 },
      },
    })
    expect(await admitParty(api, staff, activityId, registrationId)).toMatchObject({
      value: { came: [{ repeated: true }, { repeated: true }], counts: { heads: 4 } },
    })
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('gives each head one gift, by its entry or by the member', async () => {
    const { activityId, registrationId } = await makeParty()
    const entryId = await entryIdOf(admitParty(api, staff, activityId, registrationId))
    expect(await act(api, 'door.giveGift', staff, { activityId, entryId })).toMatchObject({
      value: { outcome: 'first', at: NINE },
    })
    await setNow(api, TWELVE_PAST)
    expect(await act(api, 'door.giveGift', staff, { activityId, entryId })).toMatchObject({
      value: { outcome: 'repeat', at: NINE },
    })
    const offline = { happenedAt: 0, sentAt: 60_000 }
    expect(await act(api, 'door.giveGift', staff, { activityId, entryId, times: offline })).toMatchObject({
      value: { outcome: 'flagged', at: NINE },
    })
    expect(await ask('door.list', { activityId })).toMatchObject({
      value: {
        parties: [
          {
            members: expect.arrayContaining(
              [{ entry: { entryId, giftAt: NINE, giftTwice: true } }].map(
                (member) =>
                  expect.objectContaining({ entry: expect.objectContaining(member.entry) }) as unknown,
              ),
            ) as unknown,
          },
        ],
      },
    })
    expect(await act(api, 'door.giveGift', staff, { activityId })).toMatchObject({
      refusal: 'entry_not_found',
    })
  })
})

it('the day of an office has its activities with their counts, and its visits masked', async () => {
  const { activityId, registrationId } = await makeParty({
    starts_at: new Date('2026-12-05T01:00:00Z'),
    ends_at: new Date('2026-12-05T03:00:00Z'),
  })
  await setNow(api, '2026-12-05T01:00:00.000Z')
  await admitParty(api, staff, activityId, registrationId)
  expect(await ask('door.day', { officeId: OWN_OFFICE, day: null })).toMatchObject({
    value: {
      day: '2026-12-05',
      activities: [{ activityId, counts: { attended: 2 } }],
      visits: [{ grade: 'staff', name: null }],
    },
  })
  expect(await ask('door.day', { officeId: OTHER_OFFICE, day: null })).toMatchObject({
    refusal: 'not_own_office',
  })
})

it('at an open activity counts heads without seats', async () => {
  const activityId = await makeActivity(api.db, { kind: 'open', capacity: null, office_id: OWN_OFFICE })
  await setNow(api, NINE)
  for (let head = 0; head < 3; head += 1) await act(api, 'door.addHead', staff, { activityId })
  expect(await ask('door.list', { activityId })).toMatchObject({
    value: { counts: { withoutPhone: 3, heads: 3, capacity: null, free: null }, heads: [{}, {}, {}] },
  })
  expect(await entriesOf(api.db, activityId)).toHaveLength(3)
})
