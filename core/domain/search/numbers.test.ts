import { readNumber, spelledOut, spokenNumber } from './numbers'
import { plain } from './plain'

describe('numbers in a plain text', () => {
  it.each([
    ['曹杨八村', '曹杨8村'],
    ['曹杨８村', '曹杨8村'],
    ['十四号线', '14号线'],
    ['⑭号线', '14号线'],
    ['兰溪路八十八号', '兰溪路88号'],
    ['廿四小时', '24小时'],
    ['卅二弄', '32弄'],
    ['一九五一年', '1951年'],
    ['二〇二六', '2026'],
    ['一百零五弄', '105弄'],
    ['一百五十弄', '150弄'],
    ['一百五', '150'],
    ['三万二千', '32000'],
    ['3万', '30000'],
    ['两座公园', '2座公园'],
    ['十月', '10月'],
    ['第二十', '第20'],
    ['曹杨柒村', '曹杨7村'],
    ['陆号线', '6号线'],
    ['壹佰零伍弄', '105弄'],
    ['贰拾陆号', '26号'],
  ])('%s is %s', (written, digits) => {
    expect(plain(written).text).toBe(digits)
  })

  it.each(['百姓会客厅', '百禧公园', '万里', '千禧', '零食', '万', '陆家嘴', '收拾', '伍老师'])(
    '%s has none',
    (text) => {
      expect(plain(text).text).toBe(text)
    },
  )

  it('leaves the words behind a number alone', () => {
    expect(plain('第一百货').text).toBe('第1百货')
    expect(plain('曹杨一百姓').text).toBe('曹杨1百姓')
    expect(plain('一网通办').text).toBe(plain('1网通办').text)
    expect(plain('十全街').text).toBe('10全街')
  })

  it('keeps apart what signs divide, and knows where a number stands', () => {
    const { text, origin, last } = plain('（3、十四 号线）')
    expect(text).toBe('314号线')
    expect(origin).toEqual([1, 3, 3, 6, 7])
    expect(last).toEqual([1, 4, 4, 6, 7])
  })

  it('reads a number at the beginning only', () => {
    expect(readNumber('村八')).toBeNull()
    expect(readNumber('八村')).toEqual({ taken: 1, digits: '8' })
  })
})

describe('a number read aloud', () => {
  it.each([
    ['8', ['ba']],
    ['2', ['er', 'liang']],
    ['10', ['shi']],
    ['14', ['shisi']],
    ['20', ['ershi']],
    ['88', ['bashiba']],
    ['105', ['yilingwu']],
    ['1951', ['yijiuwuyi']],
    ['02', ['linger']],
    ['62570000', []],
  ])('%s is %j', (digits, said) => {
    expect(spokenNumber(digits).map((way) => way.join(''))).toEqual(said)
  })
})

describe('a list of numbers', () => {
  it.each([
    ['曹杨路站（3、4、11、14 号线）', ['3号线', '4号线', '11号线', '14号线']],
    ['枫桥路站（11 号线）', ['11号线']],
    ['曹杨一、二村', ['曹杨一村', '曹杨二村']],
    ['兰溪路86、88号', ['兰溪路86号', '兰溪路88号']],
    ['曹杨八村', []],
    ['兰溪路 88 号', []],
  ])('%s names %j', (text, names) => {
    expect(spelledOut(text)).toEqual(names)
  })
})
