import type { RegisteredActivity } from '../activity'
import { decidePlan } from './plan'
import { DEFAULT_RULES } from '../rule-settings'
import { at, CLASS, MARKET } from '../testing/class'

const WORKSHOP: RegisteredActivity = { ...CLASS, kind: 'workshop', coolDown: false }
const question = (id: string) => ({ id, text: '几岁学的？', required: false, kind: 'yes-no' }) as const

const refusalOf = (plan: RegisteredActivity, within: typeof MARKET | null = null) => {
  const decision = decidePlan(plan, within, DEFAULT_RULES)
  return decision.ok ? null : decision.refusal
}

describe('decidePlan', () => {
  it('accepts a class, an open market, and a workshop within the market', () => {
    expect(decidePlan(CLASS, null, DEFAULT_RULES)).toEqual({ ok: true, value: CLASS })
    expect(decidePlan(MARKET, null, DEFAULT_RULES)).toEqual({ ok: true, value: MARKET })
    expect(decidePlan(WORKSHOP, MARKET, DEFAULT_RULES)).toEqual({ ok: true, value: WORKSHOP })
  })

  it('refuses an end that is not after the start, for open activities too', () => {
    expect(refusalOf({ ...CLASS, endsAt: CLASS.startsAt })).toBe('ends_before_start')
    expect(decidePlan({ ...MARKET, endsAt: MARKET.startsAt }, null, DEFAULT_RULES)).toMatchObject({
      ok: false,
    })
  })

  it('refuses a workshop that leaves its market, or has none', () => {
    expect(refusalOf({ ...WORKSHOP, endsAt: at('2026-03-07T12:30') }, MARKET)).toBe('outside_open_activity')
    expect(refusalOf({ ...WORKSHOP, startsAt: at('2026-03-07T07:30') }, MARKET)).toBe('outside_open_activity')
    expect(refusalOf(WORKSHOP)).toBe('outside_open_activity')
  })

  it.each([0, 1.5, -3])('refuses a capacity of %d', (capacity) => {
    expect(refusalOf({ ...CLASS, capacity })).toBe('capacity_too_small')
  })

  it('lets registration close at the start and no later', () => {
    expect(refusalOf({ ...CLASS, closesAt: CLASS.startsAt })).toBeNull()
    expect(refusalOf({ ...CLASS, closesAt: at('2026-03-07T09:01') })).toBe('closes_after_start')
  })

  it('refuses an opening that is not before the closing', () => {
    expect(refusalOf({ ...CLASS, opensAt: CLASS.startsAt })).toBe('opens_after_closing')
    const closesAt = at('2026-03-06T12:00')
    expect(refusalOf({ ...CLASS, opensAt: closesAt, closesAt })).toBe('opens_after_closing')
    expect(refusalOf({ ...CLASS, opensAt: at('2026-03-06T11:59'), closesAt })).toBeNull()
  })

  it('refuses reversed ages and more than a few questions', () => {
    const audience = { ...CLASS.audience, minAge: 12, maxAge: 6 }
    expect(refusalOf({ ...CLASS, audience })).toBe('ages_reversed')
    const questions = ['a', 'b', 'c', 'd', 'e', 'f'].map(question)
    expect(refusalOf({ ...CLASS, questions })).toBe('too_many_questions')
    expect(refusalOf({ ...CLASS, questions: questions.slice(1) })).toBeNull()
  })

  it('knows no cool-down at a market', () => {
    expect(refusalOf({ ...WORKSHOP, coolDown: true }, MARKET)).toBe('cool_down_not_here')
  })
})
