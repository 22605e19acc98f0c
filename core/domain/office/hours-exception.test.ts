import { parseInstant, type ShanghaiDay } from '../../kernel/shanghai-time'
import { decideHoursOn } from './hours-exception'

const now = parseInstant('2026-03-04T10:00:00+08:00')
const today = '2026-03-04' as ShanghaiDay

describe('decideHoursOn', () => {
  it('puts the intervals of a day into order', () => {
    expect(
      decideHoursOn(
        today,
        [
          [780, 1020],
          [540, 690],
        ],
        now,
      ),
    ).toEqual({
      ok: true,
      value: [
        [540, 690],
        [780, 1020],
      ],
    })
  })

  it('accepts no interval as closed all day, and null as taking the exception back', () => {
    expect(decideHoursOn(today, [], now)).toEqual({ ok: true, value: [] })
    expect(decideHoursOn(today, null, now)).toEqual({ ok: true, value: null })
  })

  it('lets one interval begin where another ends', () => {
    expect(
      decideHoursOn(
        today,
        [
          [540, 600],
          [600, 660],
        ],
        now,
      ),
    ).toMatchObject({ ok: true })
  })

  it.each([
    [
      'overlapping',
      [
        [540, 700],
        [690, 720],
      ],
    ],
    ['empty', [[540, 540]]],
    ['backward', [[600, 540]]],
  ] as const)('refuses %s intervals', (_kind, intervals) => {
    expect(decideHoursOn(today, intervals, now)).toEqual({ ok: false, refusal: 'hours_overlap' })
  })

  it('refuses a day that is past in Shanghai', () => {
    expect(decideHoursOn('2026-03-03' as ShanghaiDay, [], now)).toEqual({
      ok: false,
      refusal: 'day_past',
      detail: { today },
    })
  })
})
