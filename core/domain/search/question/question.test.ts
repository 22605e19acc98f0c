import { parseInstant } from '../../../kernel/shanghai-time'
import { LUNAR } from './festivals'
import { needOf } from './needs'
import { readQuestion } from './question'
import { nextWeek, spansOf, type When } from './when'

/** A Sunday, nine in the morning in Shanghai. */
const SUNDAY = parseInstant('2026-11-22T09:00:00+08:00')
const ask = (typed: string, now = SUNDAY) => readQuestion(typed, now, { hotline: '95123' })
const subjectsOf = (typed: string): readonly string[] =>
  ask(typed).subjects.map((parts) => parts.map(({ text }) => text).join(' '))
const days = (when: When | null) =>
  when === null ? null : [when.firstDay.slice(5), when.lastDay.slice(5), when.part].filter(Boolean).join(' ')

describe('days and times', () => {
  it.each([
    ['今天有活动吗', '11-22 11-22'],
    ['明朝', '11-23 11-23'],
    ['后天下午', '11-24 11-24 afternoon'],
    ['大后天', '11-25 11-25'],
    ['今晚有啥好玩的', '11-22 11-22 evening'],
    ['明早', '11-23 11-23 morning'],
    ['周六活动', '11-28 11-28'],
    ['星期天', '11-22 11-22'],
    ['礼拜三下午', '11-25 11-25 afternoon'],
    ['这周六', '11-21 11-21'],
    ['下周三', '11-25 11-25'],
    ['下下周三', '12-02 12-02'],
    ['这周末有什么活动', '11-21 11-22'],
    ['下周末', '11-28 11-29'],
    ['双休日', '11-21 11-22'],
    ['下周有什么活动', '11-23 11-29'],
    ['这两天', '11-22 11-24'],
    ['12月6日', '12-06 12-06'],
    ['十二月六号', '12-06 12-06'],
    ['3月7日', '03-07 03-07'],
    ['12月有什么活动', '12-01 12-31'],
    ['下个月', '12-01 12-31'],
    ['5号有活动吗', '12-05 12-05'],
    ['元旦', '01-01 01-01'],
    ['国庆节', '10-01 10-07'],
    ['春节活动', '02-06 02-12'],
    ['周三十点', '11-25 11-25'],
    ['11.28活动', '11-28 11-28'],
    ['2026-12-08', '12-08 12-08'],
    ['11/26有什么', '11-26 11-26'],
    ['晚上有什么活动', '11-22 12-05 evening'],
  ])('%s means %s', (typed, expected) => {
    expect(days(ask(typed).when)).toBe(expected)
  })

  it.each([
    '兰溪路88号',
    '3号线',
    '兰溪路51号',
    '1951年的新村',
    '24小时',
    '5号',
    '2月30日',
    '周家',
    '中午饭',
    '1-2号楼',
    '3.5元',
    '9-11点',
  ])('%s names none', (typed) => {
    expect(ask(typed).when).toBeNull()
  })

  it('go by Shanghai, not by the zone of the machine', () => {
    expect(days(ask('今天', parseInstant('2026-11-21T16:30:00Z')).when)).toBe('11-22 11-22')
    expect(days(ask('今天', parseInstant('2026-11-22T15:59:00Z')).when)).toBe('11-22 11-22')
  })

  it('become what is left of them', () => {
    const weekend = ask('周末').when
    if (weekend === null) throw new Error('no days')
    expect(spansOf(weekend, SUNDAY)).toEqual([
      { from: SUNDAY, to: parseInstant('2026-11-23T00:00:00+08:00') },
    ])
    expect(days(nextWeek(weekend))).toBe('11-28 11-29')
    const over = ask('这周六').when
    expect(over === null ? null : spansOf(over, SUNDAY)).toEqual([])
  })

  it('know the festivals of the moon as the calendar has them', () => {
    const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'Asia/Shanghai',
    })
    const expected: Readonly<Record<string, string>> = {
      ...{
        春节: '1/1',
        元宵节: '1/15',
        端午节: '5/5',
        七夕: '7/7',
        中秋节: '8/15',
        重阳节: '9/9',
        腊八: '12/8',
      },
    }
    for (const [[word = ''], , dates] of LUNAR) {
      const monthAndDay = expected[word]
      if (monthAndDay === undefined) continue
      // ICU is a day off where the new moon is close to midnight.
      for (const date of dates) {
        const around = [-1, 0, 1].map((day) =>
          calendar.format(Date.parse(`${date}T04:00:00Z`) + day * 86_400_000),
        )
        expect([date, around]).toEqual([date, expect.arrayContaining([monthAndDay])])
      }
    }
  })
})

describe('what a question is about', () => {
  it.each([
    ['会客厅几点关门', ['会客厅']],
    ['请问附近有没有公园', ['公园']],
    ['居住证怎么办理伐', ['居住证']],
    ['我想问一下食堂几点开门', ['食堂']],
    ['周六下午中国结报名', ['中国结']],
    ['金梅园', []],
    ['jin mei yuan', []],
    ['周六活动', []],
  ])('%s is about %j', (typed, subjects) => {
    expect(subjectsOf(typed).slice(-1)).toEqual(subjects)
  })

  it('tells activities from rooms for them', () => {
    expect(ask('活动').namesActivities).toBe(true)
    expect(ask('我要报名').namesActivities).toBe(true)
    expect(ask('活动室').namesActivities).toBe(false)
    expect(ask('文化活动中心').namesActivities).toBe(false)
  })

  it('tells what is wanted of a thing', () => {
    expect(ask('会客厅几点关门').wants).toBe('visit')
    expect(ask('微网格是什么意思').wants).toBe('meaning')
    expect(ask('会客厅').wants).toBeNull()
  })
})

describe('a need', () => {
  it.each([
    ['医院', '看医生'],
    ['头晕怎么办', '看医生'],
    ['邻居吵架', '调解'],
    ['楼上太吵了', '调解'],
    ['电梯坏了', '报修'],
    ['楼上漏水', '报修'],
    ['身份证掉了', '身份证'],
    ['手机不会用', '学手机'],
    ['剪头发', '理发'],
    ['老房子装电梯', '加装电梯'],
    ['三胎登记', '结婚'],
  ])('%s looks for %s', (text, looksFor) => {
    expect(
      needOf(
        ask(text)
          .whole.map((part) => part.text)
          .join(''),
      )?.looksFor[0],
    ).toBe(looksFor)
  })

  it('is not read into what is something else', () => {
    expect(needOf('金梅园')).toBeNull()
    expect(needOf('火星移民')).toBeNull()
  })

  it('of life and limb has the number of the country', () => {
    expect(needOf('楼道着火了')?.help).toBe('fire')
    expect(needOf('老人晕倒')?.help).toBe('ambulance')
  })

  it.each(['95123', '打95123', '九五一二三', '９５１２３电话', '市民热线多少号'])(
    'of the hotline is the hotline: %s',
    (typed) => {
      expect(ask(typed).need).toMatchObject({ help: 'hotline', looksFor: [] })
    },
  )

  it.each(['951234', '兰溪路120号', '110室', '3弄119号', '119元', '1101', '枫桥路120'])(
    'is none in %s, where the digits of a number to call stand in something else',
    (typed) => {
      expect(ask(typed).need).toBeNull()
    },
  )

  it.each([
    ['打120', 'ambulance'],
    ['110', 'police'],
    ['119电话', 'fire'],
    ['110号码', 'police'],
  ])('is told by a number that stands by itself: %s', (typed, help) => {
    expect(ask(typed).need?.help).toBe(help)
  })
})
