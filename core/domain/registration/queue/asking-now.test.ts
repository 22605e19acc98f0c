import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { CLASS, NOW } from '../../activity/testing/class'
import { idsOf, member, registration, waits } from '../testing/facts'
import { decideAskingNow } from './asking-now'

const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
const LATE = deadlines.promotionEndsAt
const pair = registration('2', [member('a', 'waiting'), member('b', 'waiting')], 2)
const queue = [waits(1, 1), waits(2, 2), waits(1, 3)]
const seats = (inUse: number) => ({ capacity: 4, inUse })

describe('decideAskingNow', () => {
  it('gives the free seats to whoever asks first in the last 2 h, whatever the queue', () => {
    const decision = decideAskingNow(pair, queue, seats(2), deadlines, LATE)
    expect(decision).toMatchObject({ ok: true, value: { seats: seats(4) } })
    expect(decision.ok && idsOf(decision.value.confirmed)).toEqual(['2'])
    expect(decision.ok && idsOf(decision.value.waiting)).toEqual(['1', '3'])
  })

  it('gives a party all of its seats or none', () => {
    expect(decideAskingNow(pair, queue, seats(3), deadlines, LATE)).toEqual({
      ok: false,
      refusal: 'no_room',
      detail: { free: 1, size: 2 },
    })
  })

  it('leaves it to the queue before the last 2 h', () => {
    expect(decideAskingNow(pair, queue, seats(2), deadlines, NOW)).toMatchObject({ refusal: 'no_room' })
    const decision = decideAskingNow(pair, queue, seats(1), deadlines, NOW)
    expect(decision.ok && idsOf(decision.value.confirmed)).toEqual(['1', '2'])
  })

  it('is fine for who is confirmed already, and changes nothing', () => {
    const confirmed = registration('9', [member('a', 'confirmed')])
    const decision = decideAskingNow(confirmed, queue, seats(2), deadlines, LATE)
    expect(decision).toMatchObject({ ok: true, value: { confirmed: [], seats: seats(2) } })
  })

  it('refuses from the start on, and whoever cancelled', () => {
    expect(decideAskingNow(pair, queue, seats(2), deadlines, CLASS.startsAt)).toMatchObject({
      refusal: 'already_started',
    })
    const cancelled = registration('9', [member('a', 'cancelled')])
    expect(decideAskingNow(cancelled, queue, seats(2), deadlines, LATE)).toMatchObject({
      refusal: 'cancelled',
    })
  })
})
