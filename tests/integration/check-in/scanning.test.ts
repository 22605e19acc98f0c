import { parseInstant } from '../../../core/kernel/shanghai-time'
import { OTHER_OFFICE, OWN_OFFICE, type House } from '../../support/api/house'
import { admit, type Person } from '../../support/api/people'
import {
  act,
  addFamily,
  makeActivity,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../registration/support/hall'
import {
  entriesOf,
  makeClass,
  NINE,
  opened,
  openCode,
  posterOf,
  refusedScans,
  request,
  scan,
  seatsWithWalkIns,
  statesOf,
  TWELVE_PAST,
  visitsOf,
} from './support/door'

let house: House
let admin: Person
let poster: string
beforeAll(async () => {
  house = await openHall()
  admin = await admit(house.db, 'admin')
  poster = `p/${await posterOf(house, admin)}`
})
afterAll(() => house.close())
startEachOnSunday(() => house)

describe('one scan', () => {
  it('records the visit and the attendance, and next time answers with the first time as a success', async () => {
    const activityId = await makeClass(house.db)
    const { who } = await register(house, activityId)
    await setNow(house, TWELVE_PAST)
    const first = await scan(house, poster, who)
    expect(first).toMatchObject({
      place: { kind: 'office', id: OWN_OFFICE },
      visit: { at: TWELVE_PAST, repeated: false, newStamp: true },
      activities: [{ activityId, refusal: null, came: [{ at: TWELVE_PAST, repeated: false }] }],
    })
    await setNow(house, '2026-11-28T02:00:00.000Z')
    expect(await opened(house, poster, who)).toMatchObject({
      visitedAt: TWELVE_PAST,
      parties: [{ members: [{ state: 'attended', cameAt: TWELVE_PAST }] }],
    })
    expect(await scan(house, poster, who)).toMatchObject({
      visit: { at: TWELVE_PAST, repeated: true, newStamp: false },
      activities: [{ came: [{ at: TWELVE_PAST, repeated: true }] }],
    })
    expect(await visitsOf(house.db, who.residentId)).toHaveLength(1)
    expect(await entriesOf(house.db, activityId)).toHaveLength(1)
    expect(await seatsWithWalkIns(house.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('of a mother with her child asks who came, and records only those; later the other one', async () => {
    const activityId = await makeClass(house.db)
    const daughter = await admit(house.db)
    const mother = await addFamily(house, daughter)
    await register(house, activityId, { who: daughter, family: [mother] })
    await setNow(house, NINE)
    const { receipt, parties } = await opened(house, poster, daughter)
    const [party] = parties
    const me = party?.members.find(({ isMe }) => isMe)?.memberId
    expect(party?.members).toHaveLength(2)
    await act(house, 'checkIn.confirm', daughter, { receipt, members: [me] })
    expect(await statesOf(house.db, activityId)).toEqual(['attended', 'confirmed'])
    const again = await act(house, 'checkIn.confirm', daughter, { receipt })
    expect(again).toMatchObject({ value: { visit: { repeated: true }, activities: [{ came: [{}, {}] }] } })
    expect(await statesOf(house.db, activityId)).toEqual(['attended', 'attended'])
  })

  it('gives each linked resident who was ticked the visit and the stamp', async () => {
    const activityId = await makeClass(house.db)
    const daughter = await admit(house.db)
    const mother = await admit(house.db)
    const record = await addFamily(house, daughter)
    const { registrationId } = await register(house, activityId, { who: daughter, family: [record] })
    const page = (await house.call('registration.show', { registrationId }, { token: daughter.token })) as {
      value: { members: { memberId: string; mayHandOver: boolean }[] }
    }
    const memberId = page.value.members.find(({ mayHandOver }) => mayHandOver)?.memberId
    const made = (await act(house, 'registration.makeCard', daughter, { registrationId, memberId })) as {
      value: { card: string }
    }
    await act(house, 'registration.claim', mother, { card: made.value.card })
    await setNow(house, NINE)
    await scan(house, poster, mother)
    expect(await statesOf(house.db, activityId)).toEqual(['attended', 'attended'])
    for (const { residentId } of [daughter, mother]) {
      expect(await visitsOf(house.db, residentId)).toMatchObject([{ place_id: OWN_OFFICE, grade: 'poster' }])
    }
  })

  it('by a stranger opens before any consent, and belongs to who confirms it first', async () => {
    await setNow(house, NINE)
    const { receipt, parties } = await opened(house, poster)
    expect(parties).toEqual([])
    const [one, other] = [await admit(house.db), await admit(house.db)]
    expect(await act(house, 'checkIn.confirm', one, { receipt })).toMatchObject({ ok: true })
    expect(await act(house, 'checkIn.confirm', other, { receipt })).toEqual({
      ok: false,
      refusal: 'receipt_taken',
    })
    expect(await visitsOf(house.db, other.residentId)).toEqual([])
  })

  it('counts by the instant of opening: tapped after 90 s and after midnight, it is that day', async () => {
    const who = await admit(house.db)
    await setNow(house, '2026-11-28T15:59:59.999Z')
    const { receipt } = await opened(house, poster, who)
    await setNow(house, '2026-11-28T16:01:30.000Z')
    await act(house, 'checkIn.confirm', who, { receipt })
    expect(await visitsOf(house.db, who.residentId)).toMatchObject([
      { day: '2026-11-28', at: parseInstant('2026-11-28T15:59:59.999Z') },
    ])
    expect(await scan(house, poster, who)).toMatchObject({ visit: { repeated: false, newStamp: false } })
    expect(await visitsOf(house.db, who.residentId)).toMatchObject([
      { day: '2026-11-28' },
      { day: '2026-11-29' },
    ])
  })

  it('can be confirmed for ten minutes, and later where the phone says that the tap was within them', async () => {
    const who = await admit(house.db)
    await setNow(house, NINE)
    const { receipt, expiresAt } = await opened(house, poster, who)
    expect(expiresAt).toBe('2026-11-28T01:10:00.000Z')
    await setNow(house, expiresAt)
    expect(await act(house, 'checkIn.confirm', who, { receipt })).toMatchObject({ refusal: 'code_expired' })
    const kept = { happenedAt: 5_000_000, sentAt: 5_060_000 }
    expect(await act(house, 'checkIn.confirm', who, { receipt, times: kept })).toMatchObject({
      value: { visit: { at: NINE } },
    })
    expect(await visitsOf(house.db, who.residentId)).toMatchObject([{ flags: ['offline'] }])
    const { reason, kind, place_id: at } = (await refusedScans(house.db)).at(-1) ?? {}
    expect([reason, kind, at]).toEqual(['code_expired', 'poster', OWN_OFFICE])
    expect(await act(house, 'checkIn.confirm', who, { receipt: 'AAAAAAAAAAAAAAAAAAAAAA' })).toMatchObject({
      refusal: 'code_expired',
    })
  })

  it.each([
    ['2026-11-27T23:59:59.999Z', 'confirmed'],
    ['2026-11-28T00:00:00.000Z', 'attended'],
    ['2026-11-28T03:29:59.999Z', 'attended'],
    ['2026-11-28T03:30:00.000Z', 'confirmed'],
  ])('at %s leaves a member of a class from 9:00 to 11:00 %s', async (instant, state) => {
    const activityId = await makeClass(house.db)
    const { who } = await register(house, activityId)
    await setNow(house, instant)
    expect(await scan(house, poster, who)).toMatchObject({ visit: { repeated: false } })
    expect(await statesOf(house.db, activityId)).toEqual([state])
  })

  it('touches nothing at another office, and no member of anybody else', async () => {
    const activityId = await makeClass(house.db, { office_id: OTHER_OFFICE })
    const mine = await makeClass(house.db)
    const { who } = await register(house, activityId)
    const other = await register(house, mine)
    const { id } = await house.db
      .selectFrom('party_member')
      .select('id')
      .where('registration_id', '=', other.registrationId)
      .executeTakeFirstOrThrow()
    await setNow(house, NINE)
    expect(await scan(house, poster, who, { members: [id] })).toMatchObject({ activities: [] })
    expect(await statesOf(house.db, activityId)).toEqual(['confirmed'])
    expect(await statesOf(house.db, mine)).toEqual(['confirmed'])
  })
})

describe('who has no place', () => {
  const chanceOf = async (activityId: string, who: Person) =>
    (await opened(house, poster, who)).walkIns.find((chance) => chance.activityId === activityId)

  it('is asked, and walks in where there is room; the visit stands also where there is none', async () => {
    const activityId = await makeClass(house.db)
    await register(house, activityId)
    await setNow(house, NINE)
    const [first, second] = [await admit(house.db), await admit(house.db)]
    expect(await opened(house, poster, first)).toMatchObject({ parties: [] })
    expect(await chanceOf(activityId, first)).toMatchObject({ free: 1 })
    expect(await scan(house, poster, first)).toMatchObject({ activities: [] })
    expect(await scan(house, poster, first, { walkIns: [activityId] })).toMatchObject({
      visit: { repeated: true },
      activities: [{ refusal: null, came: [{ memberId: null, repeated: false }] }],
    })
    expect(await scan(house, poster, first, { walkIns: [activityId] })).toMatchObject({
      activities: [{ came: [{ repeated: true }] }],
    })
    expect(await chanceOf(activityId, first)).toBeUndefined()
    const before = (await refusedScans(house.db)).length
    expect(await scan(house, poster, second, { walkIns: [activityId] })).toMatchObject({
      visit: { repeated: false },
      activities: [{ refusal: 'no_room', came: [] }],
    })
    expect((await refusedScans(house.db)).slice(before)).toEqual([
      { reason: 'no_room', kind: 'poster', place_id: OWN_OFFICE },
    ])
    expect(await seatsWithWalkIns(house.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('and walked in is in once: registering as well is already_registered', async () => {
    const activityId = await makeClass(house.db)
    const who = await admit(house.db)
    await setNow(house, '2026-11-28T00:30:00Z')
    await scan(house, poster, who, { walkIns: [activityId] })
    expect(await act(house, 'registration.register', who, { activityId, party: [null] })).toMatchObject({
      refusal: 'already_registered',
    })
  })

  it('but waits, is let in where there is room when ticked, in the one row', async () => {
    const activityId = await makeClass(house.db, { capacity: 1 })
    const first = await register(house, activityId)
    const waiting = await register(house, activityId)
    await setNow(house, '2026-11-28T00:30:00Z')
    const { receipt, parties } = await opened(house, poster, waiting.who)
    expect(parties).toMatchObject([{ headline: 'waiting' }])
    const members = parties[0]?.members.map(({ memberId }) => memberId)
    expect(await act(house, 'checkIn.confirm', waiting.who, { receipt, members })).toMatchObject({
      value: {
        visit: { repeated: false },
        activities: [{ refusal: 'no_room', detail: { free: 0, size: 1 } }],
      },
    })
    await act(house, 'registration.cancel', first.who, { registrationId: first.registrationId })
    expect(await act(house, 'checkIn.confirm', waiting.who, { receipt, members })).toMatchObject({
      value: { activities: [{ refusal: null, came: [{ repeated: false }] }] },
    })
    expect(await statesOf(house.db, activityId)).toEqual(['attended', 'cancelled'])
    expect(await seatsWithWalkIns(house.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('is at an open activity by scanning its spot: one head, one stamp, within its window only', async () => {
    const activityId = await makeActivity(house.db, { kind: 'open', capacity: null })
    const spot = `p/${await posterOf(house, admin, { activityId })}`
    const who = await admit(house.db)
    await setNow(house, '2026-11-27T23:59:59.999Z')
    expect(await openCode(house, spot, who)).toMatchObject({
      refusal: 'activity_not_now',
      detail: { from: '2026-11-28T00:00:00.000Z' },
    })
    await setNow(house, NINE)
    await scan(house, spot, who)
    expect(await scan(house, spot, who)).toMatchObject({
      visit: { repeated: true },
      activities: [{ came: [{ repeated: true }] }],
    })
    expect(await entriesOf(house.db, activityId)).toMatchObject([{ kind: 'walk_in', holds_seat: false }])
    const passport = await house.call('passport.show', {}, { token: who.token })
    expect(passport).toMatchObject({ value: { stamps: [{ place: { kind: 'activity', id: activityId } }] } })
  })
})

describe('the same request', () => {
  it('sent twenty times at once is one visit, and one answer', async () => {
    const who = await admit(house.db)
    await setNow(house, NINE)
    const { receipt } = await opened(house, poster, who)
    const requestId = request()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => act(house, 'checkIn.confirm', who, { receipt, requestId })),
    )
    for (const reply of replies) expect(reply).toEqual(replies[0])
    expect(replies[0]).toMatchObject({ value: { visit: { repeated: false } } })
    expect(await visitsOf(house.db, who.residentId)).toHaveLength(1)
  })
})
