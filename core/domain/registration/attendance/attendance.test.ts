import { instant } from '../../../kernel/shanghai-time'
import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { CLASS } from '../../activity/testing/class'
import { member, place } from '../testing/facts'
import { decideArrival, decideWalkIn, recordArrival } from './attendance'

const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
const { checkInFrom, checkInUntil, startsAt } = deadlines
const seats = (inUse: number) => ({ capacity: 4, inUse })
const mother = member('mother', 'confirmed')

describe('decideArrival', () => {
  it('lets in who is confirmed without taking a seat more', () => {
    expect(decideArrival([mother], seats(4), deadlines, checkInFrom)).toEqual({
      ok: true,
      value: {
        changes: [{ memberId: 'mother', from: place('confirmed'), to: place('attended') }],
        seatless: [],
        repeated: [],
      },
    })
  })

  it('is open from 60 min before the start to 30 min after the end', () => {
    const decide = (moment: number) => decideArrival([mother], seats(4), deadlines, instant(moment))
    expect(decide(checkInFrom - 1)).toMatchObject({ refusal: 'activity_not_now' })
    expect(decide(checkInUntil - 1)).toMatchObject({ ok: true })
    expect(decide(checkInUntil)).toEqual({
      ok: false,
      refusal: 'activity_not_now',
      detail: { from: '2026-03-07T00:00:00.000Z', until: '2026-03-07T03:30:00.000Z' },
    })
  })

  it('answers a repeat as a success, and records what is new', () => {
    const decision = decideArrival([member('a', 'attended'), mother], seats(4), deadlines, startsAt)
    expect(decision).toMatchObject({ value: { repeated: ['a'], changes: [{ memberId: 'mother' }] } })
  })

  it.each(['waiting', 'lapsed'] as const)('lets in a %s party where there is room for all of it', (state) => {
    const pair = [member('a', state), member('b', state)]
    expect(decideArrival(pair, seats(2), deadlines, startsAt)).toMatchObject({
      value: { changes: [{ to: place('attended') }, { to: place('attended') }] },
    })
    expect(decideArrival(pair, seats(3), deadlines, startsAt)).toEqual({
      ok: false,
      refusal: 'no_room',
      detail: { free: 1, size: 2 },
    })
  })

  it('lets a released member in without a seat', () => {
    const released = member('a', 'confirmed', { released: true })
    expect(decideArrival([released], seats(4), deadlines, startsAt)).toMatchObject({
      value: { changes: [], seatless: [{ memberId: 'a', flag: 'released' }] },
    })
  })

  it('refuses who cancelled', () => {
    expect(decideArrival([member('a', 'cancelled')], seats(0), deadlines, startsAt)).toMatchObject({
      refusal: 'cancelled',
    })
  })
})

describe('recordArrival', () => {
  it('refuses nothing: what the seats cannot hold becomes a seatless entry with its reason', () => {
    const arriving = [
      mother,
      member('a', 'lapsed'),
      member('b', 'lapsed'),
      member('c', 'cancelled'),
      member('d', 'confirmed', { released: true }),
      member('e', 'no_show'),
    ]
    expect(recordArrival(arriving, seats(3), deadlines, startsAt)).toMatchObject({
      changes: [{ memberId: 'mother' }, { memberId: 'a' }],
      seatless: [
        { memberId: 'b', flag: 'no_room' },
        { memberId: 'c', flag: 'cancelled' },
        { memberId: 'd', flag: 'released' },
        { memberId: 'e', flag: 'roll_closed' },
      ],
    })
  })

  it('flags an arrival outside the window', () => {
    expect(recordArrival([mother], seats(4), deadlines, checkInUntil)).toMatchObject({
      changes: [],
      seatless: [{ memberId: 'mother', flag: 'activity_not_now' }],
    })
  })
})

describe('decideWalkIn', () => {
  it('takes a free seat within the window', () => {
    expect(decideWalkIn(CLASS, seats(3), deadlines, startsAt)).toEqual({ ok: true, value: seats(4) })
    expect(decideWalkIn(CLASS, seats(4), deadlines, startsAt)).toMatchObject({ refusal: 'no_room' })
    expect(decideWalkIn(CLASS, seats(3), deadlines, instant(checkInFrom - 1))).toMatchObject({
      refusal: 'activity_not_now',
    })
    expect(decideWalkIn({ status: 'withdrawn' }, seats(0), deadlines, startsAt)).toMatchObject({
      refusal: 'activity_withdrawn',
    })
  })
})
