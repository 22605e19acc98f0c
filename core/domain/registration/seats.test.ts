import { freeSeats, holdsSeat, recountSeats, seatsAfter, seatsTaken } from './seats'
import { MEMBER_STATES, toState } from './party'
import { member, place } from './testing/facts'

describe('seats', () => {
  it('are held by who is confirmed, attended or did not come, unless released', () => {
    const holding = MEMBER_STATES.filter((state) => holdsSeat(place(state)))
    expect(holding).toEqual(['confirmed', 'attended', 'no_show'])
    expect(MEMBER_STATES.filter((state) => holdsSeat(place(state, true)))).toEqual([])
  })

  it('are recounted from members and walk-ins', () => {
    expect(recountSeats([place('confirmed'), place('no_show', true), place('waiting')], 2)).toBe(3)
  })

  it('are neither taken nor freed by attending', () => {
    expect(seatsTaken([toState(member('a', 'confirmed'), 'attended')])).toBe(0)
    expect(seatsTaken([toState(member('a', 'waiting'), 'attended')])).toBe(1)
    expect(seatsTaken([toState(member('a', 'confirmed'), 'cancelled')])).toBe(-1)
  })

  it('never leave 0 to capacity: a broken record throws', () => {
    const seats = { capacity: 2, inUse: 2 }
    expect(freeSeats(seats)).toBe(0)
    expect(seatsAfter(seats, [], -2)).toEqual({ capacity: 2, inUse: 0 })
    expect(() => seatsAfter(seats, [], 1)).toThrow('seats in use must stay within 0 and 2, got 3')
    expect(() =>
      seatsAfter({ capacity: 2, inUse: 0 }, [toState(member('a', 'confirmed'), 'cancelled')]),
    ).toThrow('got -1')
  })
})
