import type { ShanghaiDay } from '../kernel/shanghai-time'
import { readActivityGrid } from './activity-table'
import { gridOfCsv, gridOfTabs, tableText } from './grid'

const TODAY = '2026-12-01' as ShanghaiDay
const read = (csv: string) => readActivityGrid(gridOfCsv(csv), TODAY, '021')

/** As WPS saves it on a Chinese Windows: GB18030. */
const CSV = `活动,开始,结束,名额,电话
太极晨练,2026/12/6 7:30,8:30,20,="13900000005"
插花,12.6,9:30-11:00,二十,13900000006
书法,46362,,15人,
`

describe('activities in a csv', () => {
  const { rows, mayBeSaved } = read(CSV)
  const [taiji, flowers, writing] = rows

  it('have day, hours and seats, and a number out of the text of a formula', () => {
    expect(taiji).toMatchObject({
      title: { value: '太极晨练' },
      day: { value: '2026-12-06' },
      from: { value: 450 },
      to: { value: 510 },
      capacity: { value: 20 },
      phone: { value: '13900000005' },
    })
  })

  it('ask whether 12.6 is a day; hours in the column of the end are a beginning and an end', () => {
    expect(flowers?.day).toMatchObject({
      value: null,
      asks: [{ question: '“12.6”是 2026 年 12 月 6 日（周日）吗？', answers: [{ value: '2026-12-06' }] }],
    })
    expect(flowers).toMatchObject({ from: { value: 570 }, to: { value: 660 }, capacity: { value: 20 } })
  })

  it('know the number of a day inside a spreadsheet, and say that no time is there', () => {
    expect(writing).toMatchObject({
      day: { value: '2026-12-06', notes: ['Excel 的内部数字 46362'] },
      from: { value: null, refusals: ['没有写几点'] },
      capacity: { value: 15 },
      phone: { value: null, refusals: [] },
    })
    expect(mayBeSaved).toBe(false)
  })

  it('are read from the bytes of any program on a Chinese Windows', () => {
    const attempt = (encoding: string, bytes: Uint8Array): string | null => {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes)
      } catch {
        return null
      }
    }
    const gb18030 = Uint8Array.from([0xcc, 0xab, 0xbc, 0xab, 0x2c, 0x32, 0x30])
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x2a, 0x59, 0x81, 0x67, 0x2c, 0, 0x32, 0, 0x30, 0])
    const utf8 = new TextEncoder().encode('\ufeff太极,20')
    for (const bytes of [gb18030, utf16, utf8]) expect(tableText(bytes, attempt)).toBe('太极,20')
    expect(tableText(Uint8Array.from([0xff, 0xff, 0xff]), attempt)).toBeNull()
  })

  it.each([
    ['12月6日周日,9:00-10:30', '2026-12-06', 540, 630],
    ['2026年12月6日,上午9点到10点半', '2026-12-06', 540, 630],
    ['2027-01-03,14:00～15:30', '2027-01-03', 840, 930],
    ['1月3日,下午2点半至4点', '2027-01-03', 870, 960],
    ['2026.12.6,９：００－１０：３０', '2026-12-06', 540, 630],
    ['46362,9:00-10:30', '2026-12-06', 540, 630],
    ['46362.3125,至 8:30', '2026-12-06', 450, 510],
  ])('%s', (when, day, from, to) => {
    expect(read(`活动,日期,时间\n插花,${when}`).rows[0]).toMatchObject({
      day: { value: day },
      from: { value: from },
      to: { value: to },
    })
  })

  it.each([
    ['2026-02-30,9:00-10:00', 'day', '在日历上没有'],
    ['12月6日,0.375', 'from', '原来大概是 9:00'],
    ['12月6日,#REF!', 'from', '公式出的错'],
    ['12月6日,####', 'from', '列太窄'],
    ['下周,9:00-10:00', 'day', '里没有日期'],
    [',9:00-10:00', 'day', '没有日期'],
    ['12月6日,9:00', 'to', '没有写到几点'],
  ] as const)('%s is refused', (when, cell, why) => {
    expect(read(`活动,日期,时间\n插花,${when}`).rows[0]?.[cell].refusals).toEqual([
      expect.stringContaining(why),
    ])
  })

  it.each([
    ['约20', [{ say: '20', value: 20 }]],
    ['12月6日周六', undefined],
  ])('%s is asked', (text, answers) => {
    const row = read(
      `活动,日期,时间,名额\n插花,${answers ? '12月6日' : text},9:00-10:00,${answers ? text : 20}`,
    ).rows[0]
    expect((answers ? row?.capacity : row?.day)?.asks).toHaveLength(1)
  })

  it('drop titles and sums, and name columns that nobody reads', () => {
    const table = readActivityGrid(
      gridOfTabs('十二月活动\n序号\t活动\t日期\t时间\t天气\n1\t插花\t12月6日\t9:00-10:00\t晴\n合计\t1'),
      TODAY,
      '021',
    )
    expect(table.rows).toHaveLength(1)
    expect(table.dropped.map(({ why }) => why)).toEqual(['标题', '列名', '合计'])
    expect(table.unread).toEqual(['天气'])
    expect(table.mayBeSaved).toBe(true)
  })
})
