import { instant } from '../../../kernel/shanghai-time'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { NOW } from '../../activity/testing/class'
import { decideRecordingCall, decideTakingCall, hasToBeTold, type Call } from './call'

const free: Call = { heldBy: null, heldUntil: null, outcome: null }
const until = instant(NOW + 15 * 60_000)
const held: Call = { heldBy: 'wang', heldUntil: until, outcome: null }
const take = (call: Call, post = 'li', now = NOW) => decideTakingCall(call, post, now, DEFAULT_RULES)

describe('我来打', () => {
  it('holds the call for 15 minutes against everybody else', () => {
    expect(take(free)).toEqual({ ok: true, value: until })
    expect(take(held)).toEqual({
      ok: false,
      refusal: 'call_taken',
      detail: { until: '2026-03-05T22:15:00.000Z' },
    })
    expect(take(held, 'wang')).toMatchObject({ ok: true })
    expect(take(held, 'li', until)).toMatchObject({ ok: true })
  })

  it('is for nobody who was told, and again for who did not answer', () => {
    expect(take({ ...free, outcome: 'reached' })).toMatchObject({ refusal: 'call_done' })
    expect(take({ ...free, outcome: 'no-answer' })).toMatchObject({ ok: true })
  })
})

it('how a call went is said by whoever holds it, or by anybody where nobody does', () => {
  expect(decideRecordingCall(held, 'wang', NOW)).toMatchObject({ ok: true })
  expect(decideRecordingCall(held, 'li', NOW)).toMatchObject({ refusal: 'call_taken' })
  expect(decideRecordingCall(held, 'li', until)).toMatchObject({ ok: true })
})

it('a resident who wants no notices is not called, a guest without a telephone has to be told', () => {
  expect(hasToBeTold('none', false)).toBe(false)
  expect(hasToBeTold('none', true)).toBe(true)
  expect(hasToBeTold('wechat', false)).toBe(true)
})
