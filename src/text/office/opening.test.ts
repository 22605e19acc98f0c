import type { HoursException } from '../../../core/domain/office/office'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { changedDays, goneText, hoursLines, openStateText, toneOf } from './opening'

const now = parseInstant('2026-11-20T10:00:00+08:00')
const at = (text: string) => parseInstant(`${text}:00+08:00`)

describe('openStateText', () => {
  it('says until when it is open, and past midnight on which day', () => {
    const open = { kind: 'open', closingSoon: false, holidaysUncertain: false } as const
    expect(openStateText({ ...open, until: at('2026-11-20T20:00') }, now)).toBe('营业中（至 20:00）')
    expect(openStateText({ ...open, until: at('2026-11-21T00:00') }, now)).toBe('营业中（至 24:00）')
    expect(openStateText({ ...open, until: at('2026-11-21T02:00') }, now)).toBe('营业中（至明天 2:00）')
  })

  it('says when it opens next, and why it is closed where somebody said so', () => {
    const closed = { kind: 'closed', note: null, holidaysUncertain: false } as const
    expect(openStateText({ ...closed, opensAt: at('2026-11-21T09:00') }, now)).toBe(
      '现在休息，明天 9:00 开门',
    )
    expect(openStateText({ ...closed, opensAt: at('2026-11-23T09:00') }, now)).toBe(
      '现在休息，周一 9:00 开门',
    )
    expect(openStateText({ ...closed, opensAt: null }, now)).toBe('现在休息，哪天开门还没说')
    expect(openStateText({ ...closed, note: '盘点', opensAt: at('2026-11-21T09:00') }, now)).toBe(
      '现在休息（盘点），明天 9:00 开门',
    )
  })

  it('says in the answer itself that holidays are not announced yet', () => {
    const uncertain = { holidaysUncertain: true, until: at('2026-11-20T20:00') } as const
    expect(openStateText({ kind: 'open', closingSoon: false, ...uncertain }, now)).toBe(
      '营业中（至 20:00），节假日安排以通知为准',
    )
    const opensAt = at('2026-11-21T09:00')
    expect(openStateText({ kind: 'closed', note: null, opensAt, holidaysUncertain: true }, now)).toBe(
      '现在休息，明天 9:00 开门，节假日安排以通知为准',
    )
  })

  it('never colours the unknown as open or closed', () => {
    expect(toneOf({ kind: 'unknown' })).toBe('unknown')
    expect(toneOf({ kind: 'always' })).toBe('open')
  })
})

describe('changedDays', () => {
  const day = '2026-11-25' as HoursException['day']
  const exception = (given: Partial<HoursException>): HoursException => ({
    day,
    intervals: [],
    note: null,
    ...given,
  })

  it('names the days ahead in their order, with what holds on them and why', () => {
    const exceptions = [
      exception({ day: '2026-12-31' as HoursException['day'], intervals: [[540, 720]], note: '年末盘点' }),
      exception({ day: '2026-11-21' as HoursException['day'] }),
    ]
    expect(changedDays({ exceptions }, now)).toEqual([
      { days: '明天', hours: '休息' },
      { days: '周四 12月31日', hours: '9:00–12:00（年末盘点）' },
    ])
  })

  it('leaves out what is over and what is far away', () => {
    const days = ['2026-11-19', '2027-02-06'] as HoursException['day'][]
    expect(changedDays({ exceptions: days.map((far) => exception({ day: far })) }, now)).toEqual([])
    expect(
      changedDays({ exceptions: [exception({ day: '2026-11-20' as HoursException['day'] })] }, now),
    ).toHaveLength(1)
  })
})

describe('hoursLines', () => {
  const day = [
    [510, 690],
    [780, 1050],
  ] as const

  it('puts days of equal hours into one line', () => {
    const weekly = [day, day, day, day, day, [], []]
    expect(hoursLines({ alwaysOpen: false, weekly })).toEqual([
      { days: '周一至周五', hours: '8:30–11:30，13:00–17:30' },
      { days: '周六、周日', hours: '休息' },
    ])
  })

  it('names single days and whole weeks', () => {
    expect(
      hoursLines({ alwaysOpen: false, weekly: [day, [], day, day, day, day, day] }).map(({ days }) => days),
    ).toEqual(['周一', '周二', '周三至周日'])
    expect(hoursLines({ alwaysOpen: false, weekly: Array.from({ length: 7 }, () => day) })).toHaveLength(1)
  })

  it('says what is always open, and nothing of what nobody knows', () => {
    expect(hoursLines({ alwaysOpen: true, weekly: null })[0]?.hours).toBe('24 小时')
    expect(hoursLines({ alwaysOpen: false, weekly: null })).toEqual([])
  })
})

describe('goneText', () => {
  it('names the successor or the hotline', () => {
    expect(goneText('closed', '金梅园', '12345')).toBe('已经关闭，请去金梅园')
    expect(goneText('moved', null, '12345')).toBe('已经搬走，去哪儿办请打 12345')
  })
})
