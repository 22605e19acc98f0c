import { checkInWindow, deadlinesOf } from './deadlines'
import { DEFAULT_RULES } from './rule-settings'
import { at, CLASS, MARKET } from './testing/class'

describe('deadlinesOf', () => {
  it('derives every deadline from the times of the activity', () => {
    expect(deadlinesOf(CLASS, DEFAULT_RULES)).toEqual({
      opensAt: null,
      closesAt: at('2026-03-07T09:00'),
      promotionEndsAt: at('2026-03-07T07:00'),
      startsAt: at('2026-03-07T09:00'),
      releaseFrom: at('2026-03-07T09:15'),
      checkInFrom: at('2026-03-07T08:00'),
      checkInUntil: at('2026-03-07T11:30'),
      rollClosableFrom: at('2026-03-09T11:30'),
      remindAt: at('2026-03-06T18:00'),
      phonesErasedFrom: at('2026-04-06T11:00'),
    })
  })

  it('keeps an earlier closing, and never lets one be later than the start', () => {
    const closing = (closesAt: string) =>
      deadlinesOf({ ...CLASS, closesAt: at(closesAt) }, DEFAULT_RULES).closesAt
    expect(closing('2026-03-06T12:00')).toBe(at('2026-03-06T12:00'))
    expect(closing('2026-03-07T10:00')).toBe(CLASS.startsAt)
  })

  it('reminds at 18:00 of the day before in Shanghai, also for what starts at midnight', () => {
    const remindAt = (startsAt: string) =>
      deadlinesOf({ ...CLASS, startsAt: at(startsAt) }, DEFAULT_RULES).remindAt
    expect(remindAt('2026-03-07T00:00')).toBe(at('2026-03-06T18:00'))
    expect(remindAt('2026-03-06T23:59')).toBe(at('2026-03-05T18:00'))
  })
})

describe('checkInWindow', () => {
  it('holds for activities without seats too', () => {
    expect(checkInWindow(MARKET, DEFAULT_RULES)).toEqual({
      checkInFrom: at('2026-03-07T07:00'),
      checkInUntil: at('2026-03-07T12:30'),
    })
  })
})
