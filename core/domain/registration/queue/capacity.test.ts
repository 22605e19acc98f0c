import { instant } from '../../../kernel/shanghai-time'
import { idsOf, waits } from '../testing/facts'
import { decideCapacity, mayAskSince } from './capacity'

describe('decideCapacity', () => {
  it('refuses one below the seats in use, with their number', () => {
    expect(decideCapacity({ capacity: 10, inUse: 7 }, 6, [])).toEqual({
      ok: false,
      refusal: 'capacity_below_in_use',
      detail: { inUse: 7 },
    })
    expect(decideCapacity({ capacity: 10, inUse: 7 }, 7, [])).toEqual({
      ok: true,
      value: { seats: { capacity: 7, inUse: 7 }, noLongerFit: [] },
    })
  })

  it('names the waiting parties that it makes too large, once', () => {
    const queue = [waits(3, 1), waits(4, 2), waits(5, 3)]
    const lowered = decideCapacity({ capacity: 4, inUse: 2 }, 2, queue)
    expect(lowered.ok && idsOf(lowered.value.noLongerFit)).toEqual(['1', '2'])
    const raised = decideCapacity({ capacity: 2, inUse: 2 }, 4, queue)
    expect(raised.ok && raised.value.noLongerFit).toEqual([])
  })
})

describe('mayAskSince', () => {
  const deadlines = { promotionEndsAt: instant(100), startsAt: instant(200) }
  const queue = [waits(1, 1), waits(3, 2), waits(2, 3)]
  const notified = (from: number, to: number, now: number) =>
    idsOf(
      mayAskSince({ capacity: from, inUse: 2 }, { capacity: to, inUse: 2 }, queue, deadlines, instant(now)),
    )

  it('names who fits in the last hours before the start, when the queue no longer promotes by itself', () => {
    expect(notified(2, 4, 100)).toEqual(['1', '3'])
    expect(notified(2, 4, 199)).toEqual(['1', '3'])
  })

  it('names those for whom a seat that somebody let go of is enough, and nobody twice', () => {
    const freed = (before: number, after: number) =>
      idsOf(
        mayAskSince(
          { capacity: 4, inUse: before },
          { capacity: 4, inUse: after },
          queue,
          deadlines,
          instant(150),
        ),
      )
    expect([freed(4, 3), freed(4, 2), freed(3, 2), freed(2, 3)]).toEqual([['1'], ['1', '3'], ['3'], []])
  })

  it('names nobody before, after, or where nothing was raised', () => {
    expect([notified(2, 4, 99), notified(2, 4, 200), notified(4, 4, 150), notified(5, 4, 150)]).toEqual([
      [],
      [],
      [],
      [],
    ])
  })
})
