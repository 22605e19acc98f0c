import fc from 'fast-check'
import { parseInstant, type IsoInstant } from '../../kernel/shanghai-time'
import { alarmLead, calendarFile, type CalendarEntry } from './calendar-entry'

const at = (text: string) => parseInstant(new Date(`${text}+08:00`).toISOString() as IsoInstant)
const NOW = at('2026-11-24T10:00:00')
const HOUR = 3_600_000
const entry = (given: Partial<CalendarEntry> = {}): CalendarEntry => ({
  activityId: 'paper-cutting',
  title: '剪纸课',
  startsAt: at('2026-11-27T14:00:00'),
  endsAt: at('2026-11-27T16:00:00'),
  place: '云溪社区综合服务中心',
  about: '',
  changedAt: null,
  ...given,
})
const file = (given: Partial<CalendarEntry> = {}, now = NOW) => calendarFile(entry(given), 'example.org', now)
/** As a calendar reads it: folded lines are one. */
const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')
const valueOf = (text: string, name: string) =>
  lines(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)

describe('the alarm', () => {
  it('rings at 18:00 of the evening before', () => {
    expect(alarmLead(at('2026-11-27T14:00:00'), NOW)).toBe(20 * HOUR)
    expect(lines(file())).toContain('TRIGGER:-PT1200M')
  })

  it('rings an hour before where that evening has passed, and at the start where that has passed too', () => {
    expect(alarmLead(at('2026-11-25T09:00:00'), at('2026-11-24T18:00:00'))).toBe(HOUR)
    expect(alarmLead(at('2026-11-24T10:30:00'), NOW)).toBe(0)
  })
})

describe('a calendar file', () => {
  it('says the times of Shanghai by name, and what its zone is', () => {
    const text = file()
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        'DTSTART;TZID=Asia/Shanghai:20261127T140000',
        'DTEND;TZID=Asia/Shanghai:20261127T160000',
        'DTSTAMP:20261124T020000Z',
        'TZID:Asia/Shanghai',
        'TZOFFSETTO:+0800',
      ]),
    )
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('keeps its UID, and is later in SEQUENCE after each change', () => {
    const [before, after, again] = [
      file(),
      file({ changedAt: at('2026-11-24T06:50:00') }),
      file({ changedAt: at('2026-11-24T07:00:00'), startsAt: at('2026-11-28T14:00:00') }),
    ]
    expect(new Set([before, after, again].map((text) => valueOf(text, 'UID')))).toEqual(
      new Set(['paper-cutting@example.org']),
    )
    const sequences = [before, after, again].map((text) => Number(valueOf(text, 'SEQUENCE')))
    expect(sequences).toEqual([...sequences].sort((one, two) => one - two))
    expect(new Set(sequences).size).toBe(3)
    expect(Math.max(...sequences)).toBeLessThan(2 ** 31)
  })

  it('carries commas, semicolons, backslashes and new lines as what they are', () => {
    expect(valueOf(file({ title: '理发,修鞋;磨刀\\配钥匙' }), 'SUMMARY')).toBe('理发\\,修鞋\\;磨刀\\\\配钥匙')
    expect(lines(file({ about: '号码 0527\n带剪刀' }))).toContain('DESCRIPTION:号码 0527\\n带剪刀')
    expect(
      lines(file({ title: 'x\r\nBEGIN:VALARM' })).filter((line) => line === 'BEGIN:VALARM'),
    ).toHaveLength(1)
  })

  it('folds at 75 octets and tears no character, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const text = file({ title: `一家人${title}` })
        const written = text.split('\r\n')
        expect(written.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
        expect(text).toBe(Buffer.from(text).toString())
      }),
    )
  })

  it('unfolds to the whole of a long title', () => {
    const title = '曲水流觞，百人共绘；'.repeat(12)
    expect(valueOf(file({ title }), 'SUMMARY')).toBe(title)
  })
})
