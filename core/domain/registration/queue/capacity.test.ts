import { idsOf, waits } from '../testing/facts'
import { decideCapacity } from './capacity'

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
