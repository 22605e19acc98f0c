import { instant, parseInstant, type IsoInstant } from '../../../core/kernel/shanghai-time'
import { pastText } from '../../text/staff/notices'
import { blankNotice, DAYS_AHEAD, faultsOf, hangs, HOURS, inputOf } from './notice-form'

const NOW = parseInstant('2026-11-24T10:00:00+08:00')
const at = (text: string) => parseInstant(text)
const iso = (text: string) => text as IsoInstant
const written = { title: '明早停水', text: '请先接好水。', daysAhead: 0, hour: 22 }

describe('an urgent notice that is being written', () => {
  it('ends tonight, or tomorrow night where it is late already', () => {
    expect(blankNotice(NOW)).toMatchObject({ daysAhead: 0, hour: 22 })
    expect(blankNotice(at('2026-11-24T22:00:00+08:00'))).toMatchObject({ daysAhead: 1, hour: 22 })
  })

  it('needs what happens, what to do, and an end that is ahead', () => {
    expect(faultsOf({ ...written, title: ' ', text: '\n', hour: 8 }, NOW)).toEqual({
      title: '请写一句话。',
      text: '请写大家要怎么做。',
      until: '结束的时间已经过去了，请改晚一点。',
    })
    expect(faultsOf(written, NOW)).toEqual({ title: null, text: null, until: null })
  })

  it('offers no end that the rule of thirty days refuses, at whatever minute of the day', () => {
    const midnight = at('2026-11-24T00:00:00+08:00')
    const ends = DAYS_AHEAD.flatMap((daysAhead) => HOURS.map((hour) => ({ ...written, daysAhead, hour })))
    expect(ends.map((form) => faultsOf(form, midnight).until)).toEqual(ends.map(() => null))
  })

  it('is sent as lines, to the minute that was chosen', () => {
    expect(inputOf({ ...written, title: ' 明早\n停水 ', daysAhead: 1, hour: 12 }, NOW)).toEqual({
      title: '明早 停水',
      text: '请先接好水。',
      until: '2026-11-25T04:00:00.000Z',
    })
  })
})

describe('a notice that was published', () => {
  const notice = {
    id: 'n',
    title: '停水',
    text: '接水',
    from: iso('2026-11-24T01:00:00.000Z'),
    until: iso('2026-11-24T10:00:00.000Z'),
    withdrawnAt: null,
  }
  it('hangs until its end, and not once it was taken down', () => {
    expect(hangs(notice, NOW)).toBe(true)
    expect(hangs(notice, parseInstant(notice.until))).toBe(false)
    expect(hangs(notice, instant(parseInstant(notice.until) - 1))).toBe(true)
    expect(hangs({ ...notice, from: iso('2026-11-24T02:00:40.000Z') }, NOW)).toBe(true)
    expect(hangs({ ...notice, from: iso('2026-11-24T03:00:00.000Z') }, NOW)).toBe(false)
    expect(hangs({ ...notice, withdrawnAt: iso('2026-11-24T01:30:00.000Z') }, NOW)).toBe(false)
  })

  it('says afterwards when it hung', () => {
    expect(pastText(notice, NOW)).toBe('今天 9:00 发，今天 18:00 到期')
    expect(pastText({ ...notice, withdrawnAt: iso('2026-11-24T01:30:00.000Z') }, NOW)).toBe(
      '今天 9:00 发，今天 9:30 撤下',
    )
  })
})
