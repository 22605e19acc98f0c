import fc from 'fast-check'
import { instant, parseInstant } from '../../../kernel/shanghai-time'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { momentOf, momentProved } from './moment'

const NINE = parseInstant('2026-11-28T09:00:00+08:00')
const LIMIT = 48 * 3_600_000
const aged = (age: number, clockError = 0) =>
  momentOf(
    { happenedAt: instant(NINE + clockError - age), sentAt: instant(NINE + clockError) },
    NINE,
    DEFAULT_RULES,
  )

describe('momentOf', () => {
  it('is right whatever the clock of the phone says', () => {
    for (const error of [-86_400_000, 0, 86_400_000]) {
      expect(aged(90_000, error)).toEqual({ at: NINE - 90_000, clamped: false })
    }
  })

  it.each([
    [-1, 0, true],
    [0, 0, false],
    [LIMIT, LIMIT, false],
    [LIMIT + 1, LIMIT, true],
  ])('takes an age of %i ms for %i', (age, taken, clamped) => {
    expect(aged(age)).toEqual({ at: NINE - taken, clamped })
  })

  it('is never later than now nor older than 48 h', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (happenedAt, sentAt) => {
        const { at } = momentOf(
          { happenedAt: instant(happenedAt), sentAt: instant(sentAt) },
          NINE,
          DEFAULT_RULES,
        )
        expect(at).toBeLessThanOrEqual(NINE)
        expect(at).toBeGreaterThanOrEqual(NINE - LIMIT)
      }),
    )
  })
})

describe('momentProved', () => {
  it('takes the time of a slot however long past, but for one to come', () => {
    expect(momentProved(instant(NINE - 5), NINE)).toEqual({ at: NINE - 5, clamped: false })
    expect(momentProved(instant(NINE + 5), NINE)).toEqual({ at: NINE, clamped: true })
    expect(momentProved(instant(NINE - 2 * LIMIT), NINE)).toEqual({ at: NINE - 2 * LIMIT, clamped: false })
  })
})
