import { toIso } from '../../../kernel/shanghai-time'
import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { CLASS, NOW } from '../../activity/testing/class'
import { waits } from '../testing/facts'
import { join } from './queue'
import { waitingPositionOf } from './waiting-position'

const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
const queue = [waits(2, 4), waits(1, 2, true), waits(3, 3), waits(1, 9)]
const [fourth, cooling, third] = queue as [(typeof queue)[0], (typeof queue)[0], (typeof queue)[0]]
const positionOf = (party: (typeof queue)[0], inUse: number, now = NOW) =>
  waitingPositionOf(party, queue, { capacity: 4, inUse }, deadlines, now)

describe('standingOf', () => {
  it('counts parties in queue order, cool-down last', () => {
    expect(positionOf(third, 4).position).toBe(1)
    expect(positionOf(fourth, 4).position).toBe(2)
    expect(positionOf(cooling, 4)).toMatchObject({ position: 4, inCoolDown: true })
  })

  it('says why a party was passed over: how many are free, and how many it is', () => {
    expect(positionOf(fourth, 3)).toMatchObject({ passedOver: true, free: 1, size: 2 })
    expect(positionOf(fourth, 4)).toMatchObject({ passedOver: false, free: 0 })
  })

  it('offers 现在要 in the last 2 h to a party that fits', () => {
    expect(positionOf(fourth, 2, deadlines.promotionEndsAt).mayAskNow).toBe(true)
    expect(positionOf(fourth, 3, deadlines.promotionEndsAt).mayAskNow).toBe(false)
    expect(positionOf(fourth, 2).mayAskNow).toBe(false)
    expect(positionOf(fourth, 2).givenInOrder).toBe(true)
    expect(positionOf(fourth, 2, deadlines.promotionEndsAt).givenInOrder).toBe(false)
    expect(positionOf(fourth, 2, deadlines.startsAt).mayAskNow).toBe(false)
    expect(positionOf(fourth, 2).promotionEndsAt).toBe(toIso(deadlines.promotionEndsAt))
  })

  it('knows a party that a lowered capacity can never hold', () => {
    const seats = { capacity: 2, inUse: 0 }
    expect(waitingPositionOf(third, queue, seats, deadlines, NOW).neverFits).toBe(true)
    expect(waitingPositionOf(fourth, queue, seats, deadlines, NOW).neverFits).toBe(false)
  })
})

describe('join', () => {
  it('puts a newcomer at the end, and before those in cool-down', () => {
    expect(join([waits(1, 1), waits(1, 2, true)], waits(1, 3)).map(({ joinNumber }) => joinNumber)).toEqual([
      1, 3, 2,
    ])
  })
})
