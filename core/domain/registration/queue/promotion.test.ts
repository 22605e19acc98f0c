import fc from 'fast-check'
import { instant } from '../../../kernel/shanghai-time'
import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { at, CLASS, NOW } from '../../activity/testing/class'
import { idsOf, waits } from '../testing/facts'
import { promote, promotedUnasked } from './promotion'

const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
const seats = (capacity: number, inUse: number) => ({ capacity, inUse })

describe('promote', () => {
  it('gives seats in queue order while they last', () => {
    const {
      confirmed,
      waiting,
      seats: after,
    } = promote([waits(1, 3), waits(1, 1), waits(1, 2)], seats(10, 8), deadlines, NOW)
    expect(idsOf(confirmed)).toEqual(['1', '2'])
    expect(idsOf(waiting)).toEqual(['3'])
    expect(after).toEqual(seats(10, 10))
  })

  it('passes over a party that does not fit, never splits it, and keeps its place', () => {
    const { confirmed, waiting } = promote(
      [waits(2, 1), waits(3, 2), waits(1, 3)],
      seats(4, 3),
      deadlines,
      NOW,
    )
    expect(idsOf(confirmed)).toEqual(['3'])
    expect(idsOf(waiting)).toEqual(['1', '2'])
  })

  it('puts parties in cool-down last, and still gives them seats that nobody else fits', () => {
    const queue = [waits(1, 1, true), waits(2, 2)]
    expect(idsOf(promote(queue, seats(4, 2), deadlines, NOW).confirmed)).toEqual(['2'])
    expect(idsOf(promote(queue, seats(4, 3), deadlines, NOW).confirmed)).toEqual(['1'])
  })

  it('runs until 2 h before the start, and not at that instant', () => {
    const last = instant(deadlines.promotionEndsAt - 1)
    expect(idsOf(promote([waits(1, 1)], seats(4, 0), deadlines, last).confirmed)).toEqual(['1'])
    const late = promote([waits(1, 2), waits(1, 1)], seats(4, 0), deadlines, deadlines.promotionEndsAt)
    expect(late.confirmed).toEqual([])
    expect(idsOf(late.waiting)).toEqual(['1', '2'])
    expect(late.seats).toEqual(seats(4, 0))
  })

  it('runs at any hour of the night', () => {
    expect(idsOf(promote([waits(1, 1)], seats(4, 0), deadlines, at('2026-03-07T03:00')).confirmed)).toEqual([
      '1',
    ])
  })

  it('tells those who did nothing, not the one whose act it was', () => {
    const promotion = promote([waits(1, 1), waits(1, 2)], seats(4, 0), deadlines, NOW)
    expect(promotedUnasked(promotion, '2')).toEqual(['1'])
    expect(promotedUnasked(promotion, null)).toEqual(['1', '2'])
  })

  it('leaves nobody waiting who fits, and lets nobody pass who fitted, in any queue', () => {
    const queue = fc.uniqueArray(
      fc.record({ size: fc.integer({ min: 1, max: 5 }), join: fc.nat(), cooling: fc.boolean() }),
      { selector: ({ join }) => join },
    )
    fc.assert(
      fc.property(queue, fc.nat({ max: 60 }), (parties, capacity) => {
        const given = parties.map(({ size, join, cooling }) => waits(size, join, cooling))
        const { confirmed, waiting, seats: after } = promote(given, seats(capacity, 0), deadlines, NOW)
        expect(after.inUse).toBe(confirmed.reduce((sum, { size }) => sum + size, 0))
        expect(after.inUse).toBeLessThanOrEqual(capacity)
        for (const passed of waiting) {
          const isAhead = ({ inCoolDown, joinNumber }: typeof passed): boolean =>
            inCoolDown === passed.inCoolDown ? joinNumber < passed.joinNumber : passed.inCoolDown
          const taken = confirmed.filter(isAhead).reduce((sum, { size }) => sum + size, 0)
          expect(passed.size).toBeGreaterThan(capacity - taken)
        }
        expect(new Set([...confirmed, ...waiting])).toEqual(new Set(given))
      }),
    )
  })
})
