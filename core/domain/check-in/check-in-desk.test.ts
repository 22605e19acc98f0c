import { instant, parseInstant } from '../../kernel/shanghai-time'
import { DEFAULT_RULES } from '../activity/rule-settings'
import { giftOutcome } from './gift'
import { maskedName } from './masked-name'
import { decideTryingNumber } from './wrong-numbers'

const NINE = parseInstant('2026-11-28T09:00:00+08:00')
const minutesAfter = (minutes: number) => instant(NINE + minutes * 60_000)

describe('giftOutcome', () => {
  it('gives once, answers a repeat, and flags what two phones gave without network', () => {
    expect(giftOutcome(null, 'online')).toBe('first')
    expect(giftOutcome(null, 'upload')).toBe('first')
    expect(giftOutcome(NINE, 'online')).toBe('repeat')
    expect(giftOutcome(NINE, 'upload')).toBe('flagged')
  })
})

describe('decideTryingNumber', () => {
  const tries = [4, 1, 3, 0, 2].map(minutesAfter)
  it('holds off after five wrong ones in ten minutes, to the millisecond', () => {
    expect(decideTryingNumber(tries.slice(1), minutesAfter(5), DEFAULT_RULES)).toMatchObject({ ok: true })
    expect(decideTryingNumber(tries, minutesAfter(5), DEFAULT_RULES)).toEqual({
      ok: false,
      refusal: 'held_off',
      detail: { until: '2026-11-28T01:10:00.000Z' },
    })
    expect(decideTryingNumber(tries, instant(minutesAfter(10) - 1), DEFAULT_RULES)).toMatchObject({
      refusal: 'held_off',
    })
    expect(decideTryingNumber(tries, minutesAfter(10), DEFAULT_RULES)).toMatchObject({ ok: true })
  })
})

describe('maskedName', () => {
  it.each([
    ['王秀兰', '王**'],
    ['王', '王**'],
    ['𠮷野', '𠮷**'],
    ['', null],
    [null, null],
  ])('%p is shown as %p', (name, shown) => {
    expect(maskedName(name)).toBe(shown)
  })
})
