import { parseInstant } from '../../../core/kernel/shanghai-time'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import {
  act,
  addFamily,
  makeActivity,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'
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
} from '../../support/activities/codes'

let api: TestApi
let admin: Person
let poster: string
beforeAll(async () => {
  api = await openHall()
  admin = await admit(api.db, 'admin')
  poster = `p/${await posterOf(api, admin)}`
})
afterAll(() => api.close())
startEachOnSunday(() => api)

describe('one scan', () => {
  it('records the visit and the attendance, and next time answers with the first time as a success', async () => {
    const activityId = await makeClass(api.db)
    const { who } = await register(api, activityId)
    await setNow(api, TWELVE_PAST)
    const first = await scan(api, poster, who)
    expect(first).toMatchObject({
      place: { kind: 'office', id: OWN_OFFICE },
      visit: { at: TWELVE_PAST, repeated: false, newStamp: true },
      activities: [{ activityId, refusal: null, came: [{ at: TWELVE_PAST, repeated: false }] }],
    })
    await setNow(api, '2026-11-28T02:00:00.000Z')
    expect(await opened(api, poster, who)).toMatchObject({
      visitedAt: TWELVE_PAST,
      parties: [{ members: [{ state: 'attended', cameAt: TWELVE_PAST }] }],
    })
    expect(await scan(api, poster, who)).toMatchObject({
      visit: { at: TWELVE_PAST, repeated: true, newStamp: false },
      activities: [{ came: [{ at: TWELVE_PAST, repeated: true }] }],
    })
    expect(await visitsOf(api.db, who.residentId)).toHaveLength(1)
    expect(await entriesOf(api.db, activityId)).toHaveLength(1)
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('of a mother with her child asks who came, and records only those; later the other one', async () => {
    const activityId = await makeClass(api.db)
    const daughter = await admit(api.db)
    const mother = await addFamily(api, daughter)
    await register(api, activityId, { who: daughter, family: [mother] })
    await setNow(api, NINE)
    const { receipt, parties } = await opened(api, poster, daughter)
    const [party] = parties
    const me = party?.members.find(({ isMe }) => isMe)?.memberId
    const all = party?.members.map(({ memberId }) => memberId)
    expect(all).toHaveLength(2)
    await act(api, 'checkIn.confirm', daughter, { receipt, members: [me] })
    expect(await statesOf(api.db, activityId)).toEqual(['attended', 'confirmed'])
    const again = await act(api, 'checkIn.confirm', daughter, { receipt, members: all })
    expect(again).toMatchObject({ value: { visit: { repeated: true }, activities: [{ came: [{}, {}] }] } })
    expect(await statesOf(api.db, activityId)).toEqual(['attended', 'attended'])
  })

  it('gives each linked resident who was ticked the visit and the stamp', async () => {
    const activityId = await makeClass(api.db)
    const daughter = await admit(api.db)
    const mother = await admit(api.db)
    const record = await addFamily(api, daughter)
    const { registrationId } = await register(api, activityId, { who: daughter, family: [record] })
    const page = (await api.call('registration.show', { registrationId }, { token: daughter.token })) as {
      value: { members: { memberId: string; mayHandOver: boolean }[] }
    }
    const memberId = page.value.members.find(({ mayHandOver }) => mayHandOver)?.memberId
    const made = (await act(api, 'registration.makeCard', daughter, { registrationId, memberId })) as {
      value: { card: string }
    }
    await act(api, 'registration.claim', mother, { card: made.value.card })
    await setNow(api, NINE)
    const members = page.value.members.map((member) => member.memberId)
    await scan(api, poster, mother, { members })
    expect(await statesOf(api.db, activityId)).toEqual(['attended', 'attended'])
    for (const { residentId } of [daughter, mother]) {
      expect(await visitsOf(api.db, residentId)).toMatchObject([{ place_id: OWN_OFFICE, grade: 'poster' }])
    }
  })

  it('by a stranger opens before any consent, and belongs to who confirms it first', async () => {
    await setNow(api, NINE)
    const { receipt, parties } = await opened(api, poster)
    expect(parties).toEqual([])
    const [one, other] = [await admit(api.db), await admit(api.db)]
    expect(await act(api, 'checkIn.confirm', one, { receipt })).toMatchObject({ ok: true })
    expect(await act(api, 'checkIn.confirm', other, { receipt })).toEqual({
      ok: false,
      refusal: 'receipt_taken',
    })
    expect(await visitsOf(api.db, other.residentId)).toEqual([])
  })

  it('counts by the instant of opening: tapped after 90 s and after midnight, it is that day', async () => {
    const who = await admit(api.db)
    await setNow(api, '2026-11-28T15:59:59.999Z')
    const { receipt } = await opened(api, poster, who)
    await setNow(api, '2026-11-28T16:01:30.000Z')
    await act(api, 'checkIn.confirm', who, { receipt })
    expect(await visitsOf(api.db, who.residentId)).toMatchObject([
      { day: '2026-11-28', at: parseInstant('2026-11-28T15:59:59.999Z') },
    ])
    expect(await scan(api, poster, who)).toMatchObject({ visit: { repeated: false, newStamp: false } })
    expect(await visitsOf(api.db, who.residentId)).toMatchObject([
      { day: '2026-11-28' },
      { day: '2026-11-29' },
    ])
  })

  it('can be confirmed for ten minutes, and later where the phone says that the tap was within them', async () => {
    const who = await admit(api.db)
    await setNow(api, NINE)
    const { receipt, expiresAt } = await opened(api, poster, who)
    expect(expiresAt).toBe('2026-11-28T01:10:00.000Z')
    await setNow(api, expiresAt)
    expect(await act(api, 'checkIn.confirm', who, { receipt })).toMatchObject({ refusal: 'code_expired' })
    const kept = { happenedAt: 5_000_000, sentAt: 5_060_000 }
    expect(await act(api, 'checkIn.confirm', who, { receipt, times: kept })).toMatchObject({
      value: { visit: { at: NINE } },
    })
    expect(await visitsOf(api.db, who.residentId)).toMatchObject([{ flags: ['offline'] }])
    const { reason, kind, place_id: at } = (await refusedScans(api.db)).at(-1) ?? {}
    expect([reason, kind, at]).toEqual(['code_expired', 'poster', OWN_OFFICE])
    expect(await act(api, 'checkIn.confirm', who, { receipt: 'AAAAAAAAAAAAAAAAAAAAAA' })).toMatchObject({
      refusal: 'code_expired',
    })
  })

  it.each([
    ['2026-11-27T23:59:59.999Z', 'confirmed'],
    ['2026-11-28T00:00:00.000Z', 'attended'],
    ['2026-11-28T03:29:59.999Z', 'attended'],
    ['2026-11-28T03:30:00.000Z', 'confirmed'],
  ])('at %s leaves a member of a class from 9:00 to 11:00 %s', async (instant, state) => {
    const activityId = await makeClass(api.db)
    const { who } = await register(api, activityId)
    await setNow(api, instant)
    expect(await scan(api, poster, who)).toMatchObject({ visit: { repeated: false } })
    expect(await statesOf(api.db, activityId)).toEqual([state])
  })

  it('touches nothing at another office, and no member of anybody else', async () => {
    const activityId = await makeClass(api.db, { office_id: OTHER_OFFICE })
    const mine = await makeClass(api.db)
    const { who } = await register(api, activityId)
    const other = await register(api, mine)
    const { id } = await api.db
      .selectFrom('party_member')
      .select('id')
      .where('registration_id', '=', other.registrationId)
      .executeTakeFirstOrThrow()
    await setNow(api, NINE)
    expect(await scan(api, poster, who, { members: [id] })).toMatchObject({ activities: [] })
    expect(await statesOf(api.db, activityId)).toEqual(['confirmed'])
    expect(await statesOf(api.db, mine)).toEqual(['confirmed'])
  })
})

describe('who has no place', () => {
  const chanceOf = async (activityId: string, who: Person) =>
    (await opened(api, poster, who)).walkIns.find((chance) => chance.activityId === activityId)

  it('is asked, and walks in where there is room; the visit stands also where there is none', async () => {
    const activityId = await makeClass(api.db)
    await register(api, activityId)
    await setNow(api, NINE)
    const [first, second] = [await admit(api.db), await admit(api.db)]
    expect(await opened(api, poster, first)).toMatchObject({ parties: [] })
    expect(await chanceOf(activityId, first)).toMatchObject({ free: 1 })
    expect(await scan(api, poster, first)).toMatchObject({ activities: [] })
    expect(await scan(api, poster, first, { walkIns: [activityId] })).toMatchObject({
      visit: { repeated: true },
      activities: [{ refusal: null, came: [{ memberId: null, repeated: false }] }],
    })
    expect(await scan(api, poster, first, { walkIns: [activityId] })).toMatchObject({
      activities: [{ came: [{ repeated: true }] }],
    })
    expect(await chanceOf(activityId, first)).toBeUndefined()
    const before = (await refusedScans(api.db)).length
    expect(await scan(api, poster, second, { walkIns: [activityId] })).toMatchObject({
      visit: { repeated: false },
      activities: [{ refusal: 'no_room', came: [] }],
    })
    expect((await refusedScans(api.db)).slice(before)).toEqual([
      { reason: 'no_room', kind: 'poster', place_id: OWN_OFFICE },
    ])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('and walked in is in once: registering as well is already_registered', async () => {
    const activityId = await makeClass(api.db)
    const who = await admit(api.db)
    await setNow(api, '2026-11-28T00:30:00Z')
    await scan(api, poster, who, { walkIns: [activityId] })
    expect(await act(api, 'registration.register', who, { activityId, party: [null] })).toMatchObject({
      refusal: 'already_registered',
    })
  })

  it('but waits, is let in where there is room when ticked, in the one row', async () => {
    const activityId = await makeClass(api.db, { capacity: 1 })
    const first = await register(api, activityId)
    const waiting = await register(api, activityId)
    await setNow(api, '2026-11-28T00:30:00Z')
    const { receipt, parties } = await opened(api, poster, waiting.who)
    expect(parties).toMatchObject([{ headline: 'waiting' }])
    const members = parties[0]?.members.map(({ memberId }) => memberId)
    expect(await act(api, 'checkIn.confirm', waiting.who, { receipt, members })).toMatchObject({
      value: {
        visit: { repeated: false },
        activities: [{ refusal: 'no_room', detail: { free: 0, size: 1 } }],
      },
    })
    await act(api, 'registration.cancel', first.who, { registrationId: first.registrationId })
    expect(await act(api, 'checkIn.confirm', waiting.who, { receipt, members })).toMatchObject({
      value: { activities: [{ refusal: null, came: [{ repeated: false }] }] },
    })
    expect(await statesOf(api.db, activityId)).toEqual(['attended', 'cancelled'])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('is at an open activity by scanning its spot: one head, one stamp, within its window only', async () => {
    const activityId = await makeActivity(api.db, { kind: 'open', capacity: null })
    const spot = `p/${await posterOf(api, admin, { activityId })}`
    const who = await admit(api.db)
    await setNow(api, '2026-11-27T23:59:59.999Z')
    expect(await openCode(api, spot, who)).toMatchObject({
      refusal: 'activity_not_now',
      detail: { from: '2026-11-28T00:00:00.000Z' },
    })
    await setNow(api, NINE)
    await scan(api, spot, who)
    expect(await scan(api, spot, who)).toMatchObject({
      visit: { repeated: true },
      activities: [{ came: [{ repeated: true }] }],
    })
    expect(await entriesOf(api.db, activityId)).toMatchObject([{ kind: 'walk_in', holds_seat: false }])
    const passport = await api.call('passport.show', {}, { token: who.token })
    expect(passport).toMatchObject({ value: { stamps: [{ place: { kind: 'activity', id: activityId } }] } })
  })
})

describe('the same request', () => {
  it('sent twenty times at once is one visit, and one answer', async () => {
    const who = await admit(api.db)
    await setNow(api, NINE)
    const { receipt } = await opened(api, poster, who)
    const requestId = request()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => act(api, 'checkIn.confirm', who, { receipt, requestId })),
    )
    for (const reply of replies) expect(reply).toEqual(replies[0])
    expect(replies[0]).toMatchObject({ value: { visit: { repeated: false } } })
    expect(await visitsOf(api.db, who.residentId)).toHaveLength(1)
  })
})
