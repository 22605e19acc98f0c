import { randomBytes } from 'node:crypto'
import { rollingCode } from '../../../cloud/services/codes/rolling-mac'
import { linkOf } from '../../../core/domain/check-in/codes/code'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { act, done, openHall, register, setNow, startEachOnSunday } from '../../support/activities/activities'
import {
  entriesOf,
  makeClass,
  NINE,
  opened,
  pairScreen,
  posterOf,
  request,
  scan,
  seatsWithWalkIns,
  statesOf,
  TWELVE_PAST,
  visitsOf,
  type PairedScreen,
} from '../../support/activities/codes'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let api: TestApi
let admin: Person
let staff: Person
let poster: string
let screen: PairedScreen
beforeAll(async () => {
  api = await openHall()
  admin = await admit(api.db, 'admin')
  staff = await admit(api.db, 'office')
  poster = `p/${await posterOf(api, admin)}`
  screen = await pairScreen(api, admin)
})
afterAll(() => api.close())
startEachOnSunday(() => api)

/** By a phone whose clock is some hours wrong: only the difference counts. */
const aged = (milliseconds: number) => ({ happenedAt: 7 * HOUR, sentAt: 7 * HOUR + milliseconds })
const upload = (who: Person, code: string, age: number, more: object = {}) =>
  act(api, 'checkIn.upload', who, { code, times: aged(age), ...more })

describe('a tap that was kept for lack of a network', () => {
  it('into a class that is full by now is a seatless entry, and the visit stands', async () => {
    const activityId = await makeClass(api.db, { capacity: 1 })
    await setNow(api, NINE)
    const late = await admit(api.db)
    const { receipt } = await opened(api, poster, late)
    await done(act(api, 'door.addHead', staff, { activityId }))
    await setNow(api, '2026-11-28T05:00:00.000Z')
    const kept = { receipt, members: [], walkIns: [activityId], times: aged(4 * HOUR) }
    expect(await act(api, 'checkIn.confirm', late, kept)).toMatchObject({
      value: {
        visit: { at: NINE },
        activities: [{ refusal: null, came: [{ doorFlag: 'no_room', flags: ['offline'] }] }],
      },
    })
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })
})

describe('a receipt of a live code', () => {
  const confirmed = async (after: number) => {
    const who = await admit(api.db)
    await setNow(api, NINE)
    const { receipt } = await opened(api, screen.codeAt(NINE), who)
    await setNow(api, new Date(parseInstant(NINE) + after).toISOString())
    await done(act(api, 'checkIn.confirm', who, { receipt, members: [], walkIns: [], times: aged(after) }))
    return (await visitsOf(api.db, who.residentId))[0]?.grade
  }

  it('is worth a live code for ten minutes of the backend, whatever the phone says', async () => {
    expect(await confirmed(9 * MINUTE)).toBe('rolling')
    expect(await confirmed(10 * MINUTE)).toBe('rolling_late')
    expect(await confirmed(47 * HOUR)).toBe('rolling_late')
  })
})

describe('who gave up a place and walks in', () => {
  it.each([
    ['at once', true],
    ['one after the other', false],
  ])('is one head, also where the old place is ticked beside it %s', async (_, together) => {
    const activityId = await makeClass(api.db)
    const { who, registrationId } = await register(api, activityId)
    await act(api, 'registration.cancel', who, { registrationId })
    const { id } = await api.db
      .selectFrom('party_member')
      .select('id')
      .where('registration_id', '=', registrationId)
      .executeTakeFirstOrThrow()
    await setNow(api, NINE)
    if (together) await upload(who, poster, 0, { members: [id], walkIns: [activityId] })
    else {
      await upload(who, poster, 0, { members: [], walkIns: [activityId] })
      await upload(who, poster, 0, { members: [id] })
      const times = aged(0)
      await act(api, 'door.admit', staff, { activityId, registrationId, members: [id], times })
    }
    expect(await entriesOf(api.db, activityId)).toMatchObject([{ kind: 'walk_in', holds_seat: true }])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })
})

describe('an upload', () => {
  it('counts at the time of the scan by the age that the phone tells, whatever its clock says', async () => {
    const activityId = await makeClass(api.db)
    const { who } = await register(api, activityId)
    await setNow(api, '2026-11-28T05:12:00.000Z')
    expect(await upload(who, poster, 4 * HOUR)).toMatchObject({
      value: { visit: { at: TWELVE_PAST }, activities: [{ came: [{ at: TWELVE_PAST, doorFlag: null }] }] },
    })
    expect(await statesOf(api.db, activityId)).toEqual(['attended'])
    expect(await visitsOf(api.db, who.residentId)).toMatchObject([{ grade: 'poster', flags: ['offline'] }])
  })

  it('of a rolling code is graded so, and takes its time from the slot', async () => {
    const who = await admit(api.db)
    await setNow(api, '2026-11-28T05:00:00.000Z')
    expect(await upload(who, screen.codeAt(NINE), 30 * MINUTE)).toMatchObject({
      value: { visit: { at: NINE } },
    })
    expect(await visitsOf(api.db, who.residentId)).toMatchObject([
      { grade: 'rolling_late', flags: ['offline'] },
    ])
  })

  it.each([
    [-1, '2026-11-30T01:00:00.000Z', true],
    [0, '2026-11-30T01:00:00.000Z', false],
    [48 * HOUR, NINE, false],
    [48 * HOUR + 1, NINE, true],
  ])('aged %i ms is at %s, flagged where it was cut: %p', async (age, at, clamped) => {
    const who = await admit(api.db)
    await setNow(api, '2026-11-30T01:00:00.000Z')
    expect(await upload(who, poster, age)).toMatchObject({ value: { visit: { at } } })
    const [visit] = await visitsOf(api.db, who.residentId)
    expect(visit?.flags).toEqual(clamped ? ['offline', 'clamped'] : ['offline'])
  })

  it('with a live code is dated by its slot, however long ago that was', async () => {
    const who = await admit(api.db)
    await setNow(api, '2026-12-01T01:00:00.000Z')
    await upload(who, screen.codeAt(NINE), 72 * HOUR)
    expect(await visitsOf(api.db, who.residentId)).toMatchObject([
      { at: parseInstant(NINE), grade: 'rolling_late', flags: ['offline'] },
    ])
  })

  it('refuses only what never was ours', async () => {
    const who = await admit(api.db)
    await setNow(api, NINE)
    expect(await upload(who, 'weixin://pay', 0)).toMatchObject({ refusal: 'code_unknown' })
    expect(await upload(who, 'p/AAAAAAAAAAAAAAAAAAAAAA', 0)).toMatchObject({ refusal: 'code_unknown' })
    const forged = linkOf('a.example', rollingCode(randomBytes(32), screen.screenId, 118_000_000))
    expect(await upload(who, forged, 0)).toMatchObject({ refusal: 'code_forged' })
    expect(await visitsOf(api.db, who.residentId)).toEqual([])
  })

  it('with a code that was revoked before the scan is recorded and flagged, after it is not flagged', async () => {
    const gone = await pairScreen(api, admin)
    const [before, after] = [await admit(api.db), await admit(api.db)]
    await setNow(api, NINE)
    const officeId = 'wutong-hall'
    await act(api, 'screen.revoke', admin, { officeId, screenId: gone.screenId })
    await setNow(api, '2026-11-28T02:00:00.000Z')
    await upload(before, gone.codeAt('2026-11-28T00:59:45.000Z'), 0)
    await upload(after, gone.codeAt(TWELVE_PAST), 0)
    expect(await visitsOf(api.db, before.residentId)).toMatchObject([{ flags: ['offline'] }])
    expect(await visitsOf(api.db, after.residentId)).toMatchObject([{ flags: ['offline', 'revoked_screen'] }])
  })

  it('that the seats cannot hold becomes a seatless entry without a seat', async () => {
    const activityId = await makeClass(api.db, { capacity: 1 })
    await register(api, activityId)
    const waiting = await register(api, activityId)
    const { id } = await api.db
      .selectFrom('party_member')
      .select('id')
      .where('registration_id', '=', waiting.registrationId)
      .executeTakeFirstOrThrow()
    const walker = await admit(api.db)
    await setNow(api, '2026-11-28T05:00:00.000Z')
    expect(await upload(waiting.who, poster, 4 * HOUR, { members: [id] })).toMatchObject({
      value: { activities: [{ refusal: null, came: [{ memberId: id, doorFlag: 'no_room' }] }] },
    })
    expect(await upload(walker, poster, 4 * HOUR, { walkIns: [activityId] })).toMatchObject({
      value: { activities: [{ refusal: null, came: [{ memberId: null, doorFlag: 'no_room' }] }] },
    })
    expect(await upload(walker, poster, 4 * HOUR, { walkIns: [activityId] })).toMatchObject({
      value: { activities: [{ came: [{ repeated: true }] }] },
    })
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
    expect(await entriesOf(api.db, activityId)).toMatchObject([
      { kind: 'door', holds_seat: false },
      { kind: 'door', holds_seat: false },
    ])
  })

  it('of a member outside the window is a seatless entry where ticked, and a visit alone where not', async () => {
    const activityId = await makeClass(api.db)
    const { who, registrationId } = await register(api, activityId)
    const { id } = await api.db
      .selectFrom('party_member')
      .select('id')
      .where('registration_id', '=', registrationId)
      .executeTakeFirstOrThrow()
    await setNow(api, '2026-11-28T05:00:00.000Z')
    expect(await upload(who, poster, 0)).toMatchObject({ value: { activities: [] } })
    expect(await upload(who, poster, 0, { members: [id] })).toMatchObject({
      value: { visit: { repeated: true }, activities: [{ came: [{ doorFlag: 'activity_not_now' }] }] },
    })
    expect(await statesOf(api.db, activityId)).toEqual(['confirmed'])
  })

  it('after an online check-in of that day answers with the first time; the same one twice is one', async () => {
    const who = await admit(api.db)
    await setNow(api, TWELVE_PAST)
    await scan(api, poster, who)
    expect(await upload(who, poster, 5 * MINUTE)).toMatchObject({
      value: { visit: { at: TWELVE_PAST, repeated: true } },
    })
    const other = await admit(api.db)
    const requestId = request()
    const first = await upload(other, poster, MINUTE, { requestId })
    expect(await upload(other, poster, MINUTE, { requestId })).toEqual(first)
    expect(await visitsOf(api.db, other.residentId)).toHaveLength(1)
  })
})

describe('what staff did without network', () => {
  it('is recorded at its time and flagged, also beyond the seats', async () => {
    const activityId = await makeClass(api.db, { capacity: 1 })
    const { registrationId } = await register(api, activityId)
    await setNow(api, '2026-11-28T07:00:00.000Z')
    const times = aged(6 * HOUR)
    expect(
      await act(api, 'door.admit', staff, { activityId, registrationId, members: null, times }),
    ).toMatchObject({ value: { came: [{ at: NINE, doorFlag: null, flags: ['offline'] }] } })
    expect(await act(api, 'door.addHead', staff, { activityId, times })).toMatchObject({
      value: { counts: { attended: 1, withoutPhone: 1, heads: 2, free: 0 } },
    })
    const entries = await entriesOf(api.db, activityId)
    expect(entries).toMatchObject([{ kind: 'attended' }, { kind: 'door', door_flag: 'no_room' }])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('to a party that is on no list is a seatless entry for each who waits or had cancelled', async () => {
    const activityId = await makeClass(api.db, { capacity: 1 })
    const first = await register(api, activityId)
    const waiting = await register(api, activityId)
    const gone = await register(api, activityId)
    await act(api, 'registration.cancel', gone.who, { registrationId: gone.registrationId })
    await setNow(api, '2026-11-28T07:00:00.000Z')
    for (const { registrationId } of [first, waiting, gone])
      expect(
        await act(api, 'door.admit', staff, {
          activityId,
          registrationId,
          members: null,
          times: aged(6 * HOUR),
        }),
      ).toMatchObject({ value: { came: [{ at: NINE }] } })
    expect((await entriesOf(api.db, activityId)).map(({ kind }) => kind).sort()).toEqual([
      'attended',
      'door',
      'door',
    ])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 1, recount: 1 })
  })

  it('by two phones gives two gifts: the first record stands, the second is flagged', async () => {
    const activityId = await makeClass(api.db)
    const { registrationId } = await register(api, activityId)
    await setNow(api, '2026-11-28T07:00:00.000Z')
    const times = aged(6 * HOUR)
    await act(api, 'door.admit', staff, { activityId, registrationId, members: null, times })
    const { id: memberId } = await api.db
      .selectFrom('party_member')
      .select('id')
      .where('registration_id', '=', registrationId)
      .executeTakeFirstOrThrow()
    const give = () => act(api, 'door.giveGift', staff, { activityId, memberId, times })
    expect(await give()).toMatchObject({ value: { outcome: 'first', at: NINE } })
    expect(await give()).toMatchObject({ value: { outcome: 'flagged', at: NINE } })
    const marks = await api.db.selectFrom('gift_mark').select('second').orderBy('id').execute()
    expect(marks).toEqual([{ second: false }, { second: true }])
    expect(parseInstant(NINE)).toBe(
      (await api.db.selectFrom('gift_mark').select('at').executeTakeFirstOrThrow()).at,
    )
  })
})
