import { at, MARKET, NOW } from '../testing/class'
import {
  decideApplying,
  decideAssigning,
  decideDeclining,
  withdrawApplication,
  type StallApplication,
} from './stall'

const application = (changes: Partial<StallApplication> = {}): StallApplication => ({
  id: 'a1',
  applicantId: 'r1',
  state: 'applied',
  stallId: null,
  ...changes,
})
const assigned = application({ state: 'assigned', stallId: '12' })

describe('decideApplying', () => {
  it('lets one apply once, and again after a no or a withdrawal', () => {
    expect(decideApplying(MARKET, [], NOW)).toMatchObject({ ok: true })
    expect(decideApplying(MARKET, [application()], NOW)).toEqual({ ok: false, refusal: 'already_applied' })
    expect(decideApplying(MARKET, [assigned], NOW)).toEqual({ ok: false, refusal: 'already_applied' })
    const past = [application({ state: 'declined' }), application({ state: 'withdrawn' })]
    expect(decideApplying(MARKET, past, NOW)).toMatchObject({ ok: true })
  })

  it('refuses where there is no market, or not any more', () => {
    expect(decideApplying(null, [], NOW)).toMatchObject({ refusal: 'activity_not_found' })
    expect(decideApplying({ ...MARKET, status: 'draft' }, [], NOW)).toMatchObject({
      refusal: 'activity_not_found',
    })
    expect(decideApplying({ ...MARKET, status: 'withdrawn' }, [], NOW)).toMatchObject({
      refusal: 'activity_withdrawn',
    })
    expect(decideApplying(MARKET, [], at('2026-03-07T08:00'))).toMatchObject({ refusal: 'already_started' })
  })
})

describe('decideAssigning', () => {
  it('gives a free stall, also another one to whoever has one', () => {
    expect(decideAssigning(application(), '12', null)).toEqual({ ok: true, value: assigned })
    expect(decideAssigning(assigned, '13', null)).toMatchObject({ value: { stallId: '13' } })
  })

  it('refuses a stall that somebody else has; giving it twice is fine', () => {
    const holder = application({ id: 'a2', applicantId: 'r2', state: 'assigned', stallId: '12' })
    expect(decideAssigning(application(), '12', holder)).toEqual({ ok: false, refusal: 'stall_taken' })
    expect(decideAssigning(assigned, '12', assigned)).toEqual({ ok: true, value: assigned })
  })

  it.each(['declined', 'withdrawn'] as const)('refuses a %s application', (state) => {
    expect(decideAssigning(application({ state }), '12', null)).toMatchObject({
      refusal: 'application_not_open',
    })
  })
})

describe('declining and withdrawing', () => {
  it('frees the stall, and twice is fine', () => {
    expect(decideDeclining(assigned)).toMatchObject({ value: { state: 'declined', stallId: null } })
    expect(decideDeclining(application({ state: 'declined' }))).toMatchObject({ ok: true })
    expect(withdrawApplication(assigned)).toMatchObject({ state: 'withdrawn', stallId: null })
    expect(withdrawApplication(withdrawApplication(assigned))).toMatchObject({ state: 'withdrawn' })
  })

  it('does not decline what was withdrawn', () => {
    expect(decideDeclining(application({ state: 'withdrawn' }))).toMatchObject({
      refusal: 'application_not_open',
    })
  })
})
