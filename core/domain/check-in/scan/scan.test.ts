import fc from 'fast-check'
import { instant } from '../../../kernel/shanghai-time'
import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { CLASS, MARKET } from '../../activity/testing/class'
import { MEMBER_STATES, withChanges, type Member } from '../../registration/party'
import { holdsSeat } from '../../registration/seats'
import { member, place, registration } from '../../registration/testing/facts'
import { scanAtActivity, type ActivityHere, type ScanMode, type Ticks } from './scan'

const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
const { startsAt, checkInFrom, checkInUntil } = deadlines
const EVERYBODY: Ticks = { members: null, walkIn: false }

const at = (parties: readonly (readonly Member[])[], inUse: number, walkedIn = false): ActivityHere => ({
  activity: CLASS,
  seats: { capacity: 4, inUse },
  deadlines,
  parties: parties.map((members, index) => registration(String(index), members)),
  cameBefore: new Set(),
  walker: 'person of a',
  walkedIn,
})

describe('scanAtActivity', () => {
  it('records everybody with a place where nobody is ticked, and nobody who waits', () => {
    const here = at([[member('a', 'confirmed'), member('b', 'waiting')]], 1)
    expect(scanAtActivity(here, EVERYBODY, startsAt, 'online')).toMatchObject({
      changes: [{ memberId: 'a', to: place('attended') }],
      refusal: null,
    })
  })

  it('records only whom the person ticked, and answers who had come before', () => {
    const here = at([[member('a', 'attended'), member('b', 'confirmed'), member('c', 'confirmed')]], 3)
    const ticks = { members: new Set(['a', 'b']), walkIn: false }
    expect(scanAtActivity(here, ticks, startsAt, 'online')).toMatchObject({
      changes: [{ memberId: 'b' }],
      repeated: ['a'],
    })
  })

  it('finds who was expected also on a closed roll, as a late upload does', () => {
    const here = at([[member('a', 'no_show')]], 1)
    expect(scanAtActivity(here, EVERYBODY, startsAt, 'upload')).toMatchObject({
      changes: [],
      seatless: [{ memberId: 'a', flag: 'roll_closed' }],
    })
  })

  it('answers who was let in by a seatless entry as a repeat, online and on an upload', () => {
    const here = { ...at([[member('a', 'confirmed', { released: true })]], 4), cameBefore: new Set(['a']) }
    for (const mode of ['online', 'upload'] as const) {
      expect(scanAtActivity(here, EVERYBODY, startsAt, mode)).toMatchObject({
        seatless: [],
        repeated: ['a'],
      })
    }
  })

  it('does not hold back who has a place when there is no room for who waits', () => {
    const here = at([[member('a', 'confirmed'), member('b', 'waiting')]], 4)
    const ticks = { members: new Set(['a', 'b']), walkIn: false }
    expect(scanAtActivity(here, ticks, startsAt, 'online')).toMatchObject({
      changes: [{ memberId: 'a' }],
      refusal: 'no_room',
      refusalDetail: { free: 0, size: 1 },
    })
    expect(scanAtActivity(here, ticks, startsAt, 'upload')).toMatchObject({
      changes: [{ memberId: 'a' }],
      seatless: [{ memberId: 'b', flag: 'no_room' }],
      refusal: null,
    })
  })

  it('lets a walk-in take the last seat, once, and counts one too many on an upload only', () => {
    const ticks = { members: null, walkIn: true }
    expect(scanAtActivity(at([], 3), ticks, startsAt, 'online')).toMatchObject({
      walkIn: { holdsSeat: true, flag: null },
      seats: { inUse: 4 },
    })
    expect(scanAtActivity(at([], 4, true), ticks, startsAt, 'online')).toMatchObject({
      walkIn: null,
      walkInRepeated: true,
      refusal: null,
    })
    expect(scanAtActivity(at([], 4), ticks, startsAt, 'online')).toMatchObject({
      walkIn: null,
      refusal: 'no_room',
    })
    expect(scanAtActivity(at([], 4), ticks, startsAt, 'upload')).toMatchObject({
      walkIn: { holdsSeat: false, flag: 'no_room' },
      seats: { inUse: 4 },
    })
  })

  it('brings who walks in but has a place of their own in on that, once', () => {
    const ticks = { members: new Set<string>(), walkIn: true }
    const scan = scanAtActivity(
      at([[member('a', 'confirmed'), member('b', 'confirmed')]], 2),
      ticks,
      startsAt,
      'online',
    )
    expect(scan.changes.map(({ memberId }) => memberId)).toEqual(['a'])
    expect(scan.walkIn).toBeNull()
    const came = { ...at([[member('a', 'attended')]], 1), cameBefore: new Set(['a']) }
    expect(scanAtActivity(came, ticks, startsAt, 'online')).toMatchObject({ changes: [], repeated: ['a'] })
  })

  it('counts who cancelled and walks in once, whether the old place is ticked too or was let in before', () => {
    const cancelled = at([[member('a', 'cancelled')]], 1)
    const both = scanAtActivity(cancelled, { members: new Set(['a']), walkIn: true }, startsAt, 'upload')
    expect(both).toMatchObject({ seatless: [], walkIn: { holdsSeat: true } })
    const before = { ...cancelled, cameBefore: new Set(['a']) }
    const again = scanAtActivity(before, { members: new Set<string>(), walkIn: true }, startsAt, 'upload')
    expect(again).toMatchObject({ walkIn: null, repeated: ['a'] })
  })

  it('never makes a walk-in of who has a live place here, but of who registered somebody else', () => {
    const ticks = { members: new Set<string>(), walkIn: true }
    for (const state of ['confirmed', 'waiting', 'attended', 'lapsed'] as const) {
      expect(scanAtActivity(at([[member('a', state)]], 1), ticks, startsAt, 'online').walkIn).toBeNull()
    }
    expect(
      scanAtActivity(at([[member('b', 'confirmed')]], 1), ticks, startsAt, 'online').walkIn,
    ).not.toBeNull()
    expect(scanAtActivity(at([[member('a', 'cancelled')]], 1), ticks, startsAt, 'online').walkIn).not.toBe(
      null,
    )
  })

  it('takes any number of heads at an open activity, within its window', () => {
    const open = {
      ...at([], 0),
      activity: MARKET,
      seats: { capacity: 0, inUse: 0 },
      deadlines: deadlinesOf({ ...MARKET, opensAt: null, closesAt: null }, DEFAULT_RULES),
    }
    const ticks = { members: null, walkIn: true }
    expect(scanAtActivity(open, ticks, MARKET.startsAt, 'online')).toMatchObject({
      walkIn: { holdsSeat: false, flag: null },
      seats: { capacity: 0, inUse: 0 },
    })
    expect(scanAtActivity(open, ticks, instant(MARKET.startsAt - 3_600_001), 'online')).toMatchObject({
      refusal: 'activity_not_now',
    })
  })

  it('keeps the seats whole whatever is ticked, records each member once, and repeats without a change', () => {
    const members = fc.array(fc.constantFrom(...MEMBER_STATES), { minLength: 1, maxLength: 4 })
    const moment = fc.constantFrom(checkInFrom - 1, checkInFrom, startsAt, checkInUntil - 1, checkInUntil)
    fc.assert(
      fc.property(
        fc.array(members, { maxLength: 3 }),
        fc.nat({ max: 3 }),
        fc.array(fc.nat({ max: 12 })),
        fc.boolean(),
        fc.boolean(),
        moment,
        fc.constantFrom<ScanMode>('online', 'upload'),
        (states, free, ticked, isTicked, walkIn, moment, mode) => {
          let id = 0
          const parties = states.map((party) => party.map((state) => member(String(id++), state)))
          const inUse = parties.flat().filter(holdsSeat).length
          const here = { ...at(parties, inUse), seats: { capacity: inUse + free, inUse } }
          const ticks = { members: isTicked ? new Set(ticked.map(String)) : null, walkIn }
          const scan = scanAtActivity(here, ticks, instant(moment), mode)
          const after = withChanges(parties.flat(), scan.changes)
          const walkIns = Number(scan.walkIn?.holdsSeat ?? false)
          expect(scan.seats.inUse).toBe(after.filter(holdsSeat).length + walkIns)
          expect(scan.seats.inUse).toBeLessThanOrEqual(scan.seats.capacity)
          const members = [
            ...scan.changes.map(({ memberId }) => memberId),
            ...scan.seatless.map(({ memberId }) => memberId),
            ...scan.repeated,
          ]
          expect(new Set(members).size).toBe(members.length)
          if (mode === 'upload') expect(scan.refusal).toBeNull()
          const again = scanAtActivity(
            {
              ...here,
              seats: scan.seats,
              cameBefore: new Set(members),
              walkedIn: scan.walkIn !== null,
              parties: here.parties.map((one) => ({
                ...one,
                members: withChanges(one.members, scan.changes),
              })),
            },
            ticks,
            instant(moment),
            mode,
          )
          expect(again.changes).toEqual([])
          expect(again.seatless).toEqual([])
          expect(again.walkIn).toBeNull()
        },
      ),
      { numRuns: 500 },
    )
  })
})
