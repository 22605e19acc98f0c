import { instant, parseInstant } from '../../../kernel/shanghai-time'
import { judgeRolling, SLOT_MS, slotAt, slotStart } from './rolling'

const NINE = parseInstant('2026-11-28T09:00:00+08:00')
const slot = slotAt(NINE)
const screen = { revoked: false, genuine: true }

describe('slotAt', () => {
  it('changes every 15 s, to the millisecond', () => {
    expect(slotStart(slot)).toBe(NINE)
    expect(slotAt(instant(NINE - 1))).toBe(slot - 1)
    expect(slotAt(instant(NINE + SLOT_MS - 1))).toBe(slot)
    expect(slotAt(instant(NINE + SLOT_MS))).toBe(slot + 1)
  })
})

describe('judgeRolling', () => {
  it.each([
    [-15_001, 'code_future'],
    [-15_000, null],
    [-1, null],
    [0, null],
    [29_999, null],
    [30_000, 'code_expired'],
  ])('%i ms from the start of its slot: %p', (offset, refusal) => {
    const verdict = judgeRolling({ slot }, screen, instant(NINE + offset))
    expect(verdict.ok ? null : verdict.refusal).toBe(refusal)
  })

  it('says that it was never ours before anything else, then that the screen was revoked', () => {
    const late = instant(NINE + 60_000)
    expect(judgeRolling({ slot }, null, late)).toMatchObject({ refusal: 'code_unknown' })
    expect(judgeRolling({ slot }, { revoked: true, genuine: false }, late)).toMatchObject({
      refusal: 'code_forged',
    })
    expect(judgeRolling({ slot }, { revoked: true, genuine: true }, late)).toMatchObject({
      refusal: 'revoked_screen',
    })
  })
})
