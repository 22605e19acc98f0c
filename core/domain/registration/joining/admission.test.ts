import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { CLASS, NOW } from '../../activity/testing/class'
import { idsOf, waits } from '../testing/facts'
import { admit } from './admission'

const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
const LATE = deadlines.promotionEndsAt
const seats = (inUse: number) => ({ capacity: 10, inUse })
const tenPairs = Array.from({ length: 10 }, (_, index) => waits(2, index + 1))

describe('admit', () => {
  it('gives seats at once where they are free', () => {
    expect(admit(waits(2, 1), [], seats(8), 50, deadlines, NOW)).toMatchObject({
      ok: true,
      value: { place: 'confirmed', promotion: { seats: seats(10) } },
    })
  })

  it('lets wait who does not fit, at the end of the queue', () => {
    const admission = admit(waits(1, 11), tenPairs, seats(10), 50, deadlines, NOW)
    expect(admission).toMatchObject({ ok: true, value: { place: 'waiting' } })
    expect(admission.ok && idsOf(admission.value.promotion.waiting).at(-1)).toBe('11')
  })

  it('never refuses a single who fits because ten pairs wait', () => {
    expect(admit(waits(1, 11), tenPairs, seats(9), 10, deadlines, NOW)).toMatchObject({
      value: { place: 'confirmed' },
    })
  })

  it('refuses a party that would wait as one more than the wait-list holds', () => {
    expect(admit(waits(1, 11), tenPairs, seats(10), 10, deadlines, NOW)).toEqual({
      ok: false,
      refusal: 'waitlist_full',
      detail: { limit: 10 },
    })
    expect(admit(waits(1, 11), tenPairs, seats(10), 11, deadlines, NOW)).toMatchObject({ ok: true })
  })

  it('gives a newcomer the free seats in the last 2 h, and nobody else', () => {
    const admission = admit(waits(1, 11), tenPairs, seats(7), 50, deadlines, LATE)
    expect(admission).toMatchObject({ value: { place: 'confirmed', promotion: { seats: seats(8) } } })
    expect(admission.ok && idsOf(admission.value.promotion.confirmed)).toEqual(['11'])
  })

  it('lets a newcomer who does not fit wait in the last 2 h, too', () => {
    expect(admit(waits(3, 11), tenPairs, seats(8), 50, deadlines, LATE)).toMatchObject({
      value: { place: 'waiting', promotion: { confirmed: [], seats: seats(8) } },
    })
  })
})
