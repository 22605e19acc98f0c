import { instant } from '../../kernel/shanghai-time'
import { decideNotice, isInForce } from './notice'

const at = (minutes: number) => instant(Date.UTC(2026, 10, 25) + minutes * 60_000)

describe('an urgent notice', () => {
  const times = { from: at(0), until: at(60), withdrawnAt: null }

  it('holds from its first instant until just before its last', () => {
    expect([at(-1), at(0), at(59), at(60)].map((now) => isInForce(times, now))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('holds no longer once it was withdrawn', () => {
    expect(isInForce({ ...times, withdrawnAt: at(10) }, at(20))).toBe(false)
  })

  it('ends after now, and within thirty days', () => {
    const now = at(0)
    expect(decideNotice(now, now)).toMatchObject({ refusal: 'until_past' })
    expect(decideNotice(instant(now + 30 * 86_400_000 + 1), now)).toMatchObject({
      refusal: 'until_too_far',
      detail: { days: 30 },
    })
    expect(decideNotice(instant(now + 30 * 86_400_000), now)).toMatchObject({
      ok: true,
      value: { from: now, withdrawnAt: null },
    })
  })
})
