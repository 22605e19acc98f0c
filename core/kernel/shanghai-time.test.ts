import {
  addDays,
  clockText,
  daysBetween,
  instantAt,
  isShanghaiDay,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
  toIso,
  tryParseInstant,
  weekday,
  type ShanghaiDay,
} from './shanghai-time'

const day = (text: string): ShanghaiDay => text as ShanghaiDay

describe('Shanghai time', () => {
  it('turns the day at 00:00 +08:00, which is 16:00 UTC', () => {
    expect(shanghaiDay(parseInstant('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21')
    expect(shanghaiDay(parseInstant('2026-11-21T16:00:00Z'))).toBe('2026-11-22')
  })

  it('reads the minute of the day in Shanghai', () => {
    expect(minuteOfDay(parseInstant('2026-11-22T01:12:59Z'))).toBe(9 * 60 + 12)
  })

  it('finds the instant of a minute of a day, and the end of a day as the next midnight', () => {
    expect(toIso(instantAt(day('2026-11-22'), 540))).toBe('2026-11-22T01:00:00.000Z')
    expect(instantAt(day('2026-11-22'), 1440)).toBe(instantAt(day('2026-11-23'), 0))
  })

  it('counts days over the end of a month and of a leap February', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(daysBetween(day('2026-11-22'), day('2026-11-20'))).toBe(-2)
  })

  it('calls Monday 1 and Sunday 7', () => {
    expect(weekday(day('2026-11-16'))).toBe(1)
    expect(weekday(day('2026-11-22'))).toBe(7)
  })

  it('writes clock times as people read them', () => {
    expect([552, 1200, 1440].map(clockText)).toEqual(['9:12', '20:00', '24:00'])
  })

  it.each(['2026-11-22', '2026-11-22T01:12:00', '2026-02-30T01:00:00Z', '2026-11-22T25:00:00Z', 'now', ''])(
    'refuses %p as an instant',
    (text) => {
      expect(tryParseInstant(text)).toBeNull()
      expect(() => parseInstant(text)).toThrow(RangeError)
    },
  )

  it('knows which calendar days exist', () => {
    expect(['2028-02-29', '2026-02-29', '2026-13-01', '2026-1-1'].map(isShanghaiDay)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
