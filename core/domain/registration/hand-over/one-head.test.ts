import { member, place } from '../testing/facts'
import { decideOneHead } from './one-head'

const FULL = { capacity: 2, inUse: 2 }
const WALK_IN = { holdsSeat: true }
const DOOR_RECORD = { holdsSeat: false }

describe('who walked in and then says 是我', () => {
  it('has come on the place that somebody else registered', () => {
    expect(decideOneHead(member('m', 'confirmed'), WALK_IN, false, FULL, false)).toMatchObject({
      kind: 'becomes',
      change: { from: place('confirmed'), to: place('attended') },
    })
  })

  it.each(['waiting', 'lapsed'] as const)(
    'takes the seat they sit on along to a place that is %s',
    (state) => {
      expect(decideOneHead(member('m', state), WALK_IN, false, FULL, false)).toMatchObject({
        kind: 'becomes',
        change: { to: place('attended') },
      })
    },
  )

  it('gets a released seat back with their own', () => {
    const released = member('m', 'confirmed', { released: true })
    expect(decideOneHead(released, WALK_IN, false, FULL, false)).toMatchObject({
      change: { from: place('confirmed', true), to: place('attended') },
    })
  })

  it('stays a seatless entry where there is no seat, and gets one where there is', () => {
    const waiting = member('m', 'waiting')
    expect(decideOneHead(waiting, DOOR_RECORD, false, FULL, false)).toEqual({ kind: 'becomes', change: null })
    expect(decideOneHead(waiting, DOOR_RECORD, false, { capacity: 3, inUse: 2 }, false)).toMatchObject({
      change: { to: place('attended') },
    })
  })

  it('is counted once where they were ticked already', () => {
    expect(decideOneHead(member('m', 'attended'), WALK_IN, true, FULL, false)).toEqual({ kind: 'twice' })
  })

  it('changes nothing on a closed roll, nor for a place that was cancelled', () => {
    expect(decideOneHead(member('m', 'no_show'), WALK_IN, false, FULL, true)).toEqual({ kind: 'stays' })
    expect(decideOneHead(member('m', 'cancelled'), WALK_IN, false, FULL, false)).toEqual({ kind: 'stays' })
  })
})
