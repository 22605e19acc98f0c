import {
  narrow,
  readChoice,
  readDay,
  readDegrees,
  readId,
  readPhone,
  readText,
  readWhole,
  readYesNo,
  split,
} from './cell-values'
import type { Reading } from './cell-values'

const flawOf = (reading: Reading<unknown>): string =>
  'flaw' in reading ? reading.flaw : `accepted ${String(reading.value)}`

describe('readPhone', () => {
  it.each([
    ['021-62570000', '021-62570000'],
    ['０２１－６２５７００００', '021-62570000'],
    ['(021) 62570000', '021-62570000'],
    ['（021）62570000转801', '021-62570000-801'],
    ['0571-55550101', '0571-55550101'],
    ['62570000', '62570000'],
    ['62570000-12', '62570000-12'],
    ['138 1234 5678', '13812345678'],
    ['400-820-0000', '400-820-0000'],
    ['12345', '12345'],
    ['120', '120'],
    ['962121', '962121'],
  ])('reads %s as %s', (text, number) => {
    expect(readPhone(text)).toEqual({ value: number })
  })

  it('names a number of elsewhere', () => {
    expect(flawOf(readPhone('+852 9123 4567'))).toContain('境外的号码')
  })

  it.each(['021-1234', '138123456789', '待核实', '62570000/62570001', '12', '021--62570000', '-'])(
    'refuses %s and repeats it',
    (text) => {
      expect(flawOf(readPhone(text))).toContain(`“${text}”不像电话号码`)
    },
  )

  it('says what the spreadsheet did to a long number', () => {
    expect(flawOf(readPhone('1.38123E+10'))).toContain('科学计数')
  })
})

describe('readDay', () => {
  it.each(['2026-03-08', '2026/3/8', '2026.3.8', '2026年3月8日', '２０２６－０３－０８'])(
    'reads %s',
    (text) => {
      expect(readDay(text)).toEqual({ value: '2026-03-08' })
    },
  )

  it('knows which days there are', () => {
    expect(readDay('2028-02-29')).toEqual({ value: '2028-02-29' })
    for (const text of ['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00']) {
      expect(flawOf(readDay(text))).toBe(`“${text}”这一天在日历上没有`)
    }
  })

  it('knows the number of a day inside a spreadsheet', () => {
    expect(flawOf(readDay('46089'))).toBe(
      '“46089”是表格里日期的内部数字，原来大概是 2026-03-08；请照日历写，例如 2026-03-18',
    )
  })

  it.each(['昨天', '3/8', '26-03-08', '2026-03'])('refuses %s', (text) => {
    expect(flawOf(readDay(text))).toContain(`“${text}”不是日期`)
  })
})

describe('what a spreadsheet rewrote', () => {
  it('is told with what stands there and what to do, in every kind of cell', () => {
    expect(flawOf(readText('3月1日', 9))).toContain(
      '“3月1日”像是被表格改成了日期，原来大概是 3-1；请把这一列设成“文本”',
    )
    expect(flawOf(readText('1.39E+10', 9))).toContain('科学计数')
    expect(flawOf(readText('#NAME?', 9))).toContain('公式出的错')
    expect(flawOf(readId('2-Jan'))).toContain('原来大概是 1-2')
    expect(flawOf(readPhone('########'))).toContain('列太窄')
    expect(flawOf(readPhone('2162570000'))).toContain('原来大概是 02162570000')
    expect(flawOf(readPhone('13900000000'))).toContain('后面的几位像是被表格改成了 0')
    expect(flawOf(readWhole('20.0', 1, 30))).toContain('原来大概是 20')
    expect(flawOf(readDegrees('1.21E+02', 121, 122))).toContain('科学计数')
    expect(readText('3 月 1 日', 9)).toEqual({ value: '3 月 1 日' })
  })
})

describe('other cells', () => {
  it('takes ids that a link can carry, and no others', () => {
    expect(readId('jin-mei-yuan-2')).toEqual({ value: 'jin-mei-yuan-2' })
    for (const id of ['金梅园', 'Jin', 'a b', '-a', 'a-', 'a--b', 'a_b', 'a'.repeat(61)]) {
      expect(flawOf(readId(id))).toContain(`“${id}”不能作编号`)
    }
  })

  it('counts characters as people do and refuses what cannot be seen', () => {
    expect(readText('𠮷𠮷', 2)).toEqual({ value: '𠮷𠮷' })
    expect(flawOf(readText('金梅园', 2))).toBe('写了 3 个字，最多 2 个')
    expect(flawOf(readText('上\n下', 9))).toContain('“上⏎下”里有换行')
    expect(flawOf(readText('金�园', 9))).toContain('乱码')
  })

  it('reads 是 and 否 only', () => {
    expect(readYesNo('是')).toEqual({ value: true })
    expect(readYesNo('否')).toEqual({ value: false })
    expect(flawOf(readYesNo('yes'))).toBe('“yes”看不懂，请填“是”或“否”')
  })

  it('offers the words of a choice, and is not fooled by names of object members', () => {
    const words = { 有: 'yes', 没有: 'no' } as const
    expect(readChoice<'yes' | 'no'>('没有', words)).toEqual({ value: 'no' })
    expect(flawOf(readChoice<'yes' | 'no'>('constructor', words))).toBe(
      '“constructor”看不懂，请填“有”、“没有”之一',
    )
  })

  it('reads whole numbers and degrees within their limits, both ends included', () => {
    expect(readWhole('３０', 5, 30)).toEqual({ value: 30 })
    for (const text of ['31', '4', '3.5', '-5', '1e1', '五'])
      expect('flaw' in readWhole(text, 5, 30)).toBe(true)
    expect(readDegrees('121.4', 121.4, 122)).toEqual({ value: 121.4 })
    expect(flawOf(readDegrees('31.24', 121, 122))).toContain('超出了 settings.csv 定的范围')
    expect(flawOf(readDegrees('121°24′', 121, 122))).toContain('不是度数')
    expect(flawOf(readDegrees('', 121, 122))).toContain('不是度数')
  })

  it('narrows full-width signs and splits lists at any of the usual signs', () => {
    expect(narrow('　Ａ９：００－～　')).toBe('A9:00-~')
    expect(split('自助、一网通办，加梯；, ')).toEqual(['自助', '一网通办', '加梯'])
  })
})
