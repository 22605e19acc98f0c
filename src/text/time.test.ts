import { parseInstant, type ShanghaiDay } from '../../core/kernel/shanghai-time'
import { dayText, momentText } from './time'

const today = '2026-11-20' as ShanghaiDay

describe('dayText', () => {
  it.each([
    ['2026-11-19', '昨天'],
    ['2026-11-20', '今天'],
    ['2026-11-21', '明天'],
    ['2026-11-22', '后天'],
    ['2026-11-26', '周四'],
    ['2026-11-27', '周五 11月27日'],
    ['2026-11-01', '11月1日'],
    ['2027-01-02', '周六 2027年1月2日'],
  ])('calls %s %s', (day, text) => {
    expect(dayText(day as ShanghaiDay, today)).toBe(text)
  })
})

describe('momentText', () => {
  it('counts days in Shanghai, whatever the zone of the phone', () => {
    const now = parseInstant('2026-11-20T23:59:59+08:00')
    expect(momentText(parseInstant('2026-11-20T16:00:00Z'), now)).toBe('明天 0:00')
    expect(momentText(parseInstant('2026-11-20T01:12:00Z'), now)).toBe('今天 9:12')
  })
})
