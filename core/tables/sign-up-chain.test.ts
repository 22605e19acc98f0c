import type { ShanghaiDay } from '../kernel/shanghai-time'
import { readSignUpChain, type ChainEntry } from './sign-up-chain'

const TODAY = '2026-12-01' as ShanghaiDay
const read = (text: string) => readSignUpChain(text, TODAY)
const only = (words: string): ChainEntry => {
  const [entry] = read(`1. ${words}`).entries
  if (entry === undefined) throw new Error('no entry')
  return entry
}
const answersOf = ({ count }: ChainEntry) =>
  count.asks.flatMap(({ answers }) => answers.map(({ value }) => value))

describe('a 接龙', () => {
  const { head, entries, mayBeSaved } = read(
    [
      '#接龙',
      '12月6日周日上午9:30 金梅园中国结体验课，限20人👇',
      '1. 王阿姨 2人',
      '2. 花溪路李姐+1',
      '3. 3号楼张师傅',
      '4. 小陈（带娃 5岁）',
      '5. 取消',
      '6. 王阿姨 改成3人',
    ].join('\n'),
  )
  const [wang, li, zhang, chen, nobody, again] = entries

  it('has a head with its day, whose weekday is right, its time and its limit', () => {
    expect(head).toEqual({
      title: '金梅园中国结体验课',
      day: { value: '2026-12-06', asks: [], notes: ['周日，对'], refusals: [] },
      time: { from: 570, to: null },
      limit: { value: 20, asks: [], notes: [], refusals: [] },
    })
  })

  it('has no party of twenty from its head', () => expect(entries).toHaveLength(6))

  it('takes a number of people for one, and a building for none', () => {
    expect([wang?.who.value, wang?.count.value]).toEqual(['王阿姨', 2])
    expect([zhang?.who.value, zhang?.who.notes, zhang?.count.value]).toEqual(['张师傅', ['3号楼'], 1])
  })

  it('asks whether +1 is one or two', () => {
    expect(li?.who).toMatchObject({ value: '李姐', notes: ['花溪路'] })
    expect(li?.count).toMatchObject({
      value: null,
      asks: [{ question: '“+1”：一共 1 位，还是 2 位？', answers: [{ value: 1 }, { value: 2 }] }],
    })
  })

  it('asks about a child, and says that a guardian has to agree', () => {
    expect(chen?.who.value).toBe('小陈')
    expect(chen?.count).toMatchObject({
      value: null,
      asks: [{ question: '带 1 个孩子（5 岁）：一共 2 位吗？', answers: [{ value: 2 }, { value: 1 }] }],
      notes: ['不满 14 岁，要监护人同意'],
    })
    expect(chen?.childAges).toEqual([5])
  })

  it('asks whose a 取消 without a name is', () => {
    expect(nobody).toMatchObject({ intent: { value: 'cancel' }, count: { value: null } })
    expect(nobody?.who.asks).toEqual([{ question: '是谁取消？', answers: [] }])
  })

  it('asks whether the same name is the same person: three instead of two, or a second party', () => {
    expect(again).toMatchObject({ who: { value: '王阿姨' }, count: { value: 3 }, sameAs: 3 })
    expect(again?.intent.asks).toEqual([
      {
        question: '和第 3 行是同一位王阿姨吗？',
        answers: [
          { say: '是，改第 3 行，3 位', value: 'change' },
          { say: '不是，另报，3 位', value: 'join' },
        ],
      },
    ])
    expect(mayBeSaved).toBe(false)
  })
})

describe('one line of a 接龙', () => {
  it.each([
    ['李叔叔 两位', '李叔叔', 2],
    ['李叔叔2位', '李叔叔', 2],
    ['赵老师一家三口', '赵老师', 3],
    ['陈姐 1大1小', '陈姐', 2],
    ['２号楼孙伯伯', '孙伯伯', 1],
    ['曹杨二村周阿姨', '周阿姨', 1],
    ['Maria', 'Maria', 1],
    ['买买提·艾合买提', '买买提·艾合买提', 1],
    ['钱阿姨（膝盖不好）', '钱阿姨', 1],
  ])('%s: who and how many', (words, who, count) => {
    const entry = only(words)
    expect([entry.who.value, entry.count.value]).toEqual([who, count])
  })

  it.each([
    ['吴阿姨＋2', '吴阿姨', [2, 3]],
    ['吴阿姨3', '吴阿姨', [3, 1]],
    ['刘姐和老公', '刘姐', [2, 3]],
    ['小林带娃', '小林', [2, 1]],
    ['小林 4岁 6岁', '小林', [3, 2]],
  ])('%s: how many is asked', (words, who, answers) => {
    const entry = only(words)
    expect([entry.who.value, entry.count.value, answersOf(entry)]).toEqual([who, null, answers])
  })

  it.each([
    ['王阿姨 13900000001 2人', '王阿姨', 2, '13900000001'],
    ['李姐139-0000-0002', '李姐', 1, '13900000002'],
    ['张师傅（电话：021-62000003）', '张师傅', 1, '021-62000003'],
  ])('%s: a telephone is neither a name nor a number of people', (words, who, count, phone) => {
    const entry = only(words)
    expect([entry.who.value, entry.count.value, entry.phone.value]).toEqual([who, count, phone])
  })

  it('a telephone that lacks a digit is refused, and no digit is invented', () => {
    const { phone, who } = only('吴伯伯 1390000000')
    expect([who.value, phone.value]).toEqual(['吴伯伯', null])
    expect(phone.refusals).toEqual(['“1390000000”是 10 位，手机号要 11 位，少了 1 位'])
  })

  it.each([
    ['陈姐 1大2小', [], 2],
    ['小林带娃', [], 1],
    ['小林带孙子 2人', [], 1],
    ['小林 4岁 6岁', [4, 6], 0],
    ['小林 带儿子 15岁', [], 0],
    ['小林', [], 0],
  ])('%s: which children are spoken of', (words, ages, withoutAge) => {
    const { childAges, childrenWithoutAge } = only(words)
    expect([childAges, childrenWithoutAge]).toEqual([ages, withoutAge])
  })

  it('somebody who writes for somebody else is asked about', () => {
    expect(only('帮楼上周阿姨报一个').who).toMatchObject({
      value: null,
      asks: [{ answers: [{ value: '楼上周阿姨' }] }],
    })
  })

  it('a number without a name is skipped, and numbers need no dot', () => {
    expect(
      read('1、王阿姨\n2、\n3 李姐\n4）张师傅').entries.map(({ number, who }) => [number, who.value]),
    ).toEqual([
      [1, '王阿姨'],
      [3, '李姐'],
      [4, '张师傅'],
    ])
  })

  it('a 取消 with a name is asked about, and changes nothing by itself', () => {
    const { entries } = read('1. 王阿姨\n2. 王阿姨取消')
    expect(entries[1]?.intent).toMatchObject({ value: null, asks: [{ question: '取消第 1 行的王阿姨吗？' }] })
  })

  it('the same name twice is asked about', () => {
    expect(read('1. 王阿姨\n2. 王阿姨').entries[1]?.intent.asks).toHaveLength(1)
  })
})

describe('the head of a 接龙', () => {
  it('asks where the weekday does not fit', () => {
    const { head } = read('12月6日周六 9点半 插花\n1. 王阿姨')
    expect(head.day).toMatchObject({
      value: null,
      asks: [{ question: '12 月 6 日是周日，不是周六；日子对吗？', answers: [{ value: '2026-12-06' }] }],
    })
    expect([head.title, head.time]).toEqual(['插花', { from: 570, to: null }])
  })

  it('is what stands first: a later day says until when one may register', () => {
    const { head } = read('#接龙\n学编中国结\n12月6日（周日）9:30–11:00\n报名到12月5日 18:00\n1. 王阿姨')
    expect([head.title, head.day.value, head.time]).toEqual([
      '学编中国结',
      '2026-12-06',
      { from: 570, to: 660 },
    ])
  })

  it.each([
    ['1月5日 下午2点到4点 茶会', '2027-01-05', { from: 840, to: 960 }],
    ['2026-12-20 9:00-11:00 太极', '2026-12-20', { from: 540, to: 660 }],
  ])('%s', (line, day, time) => {
    const { head } = read(`${line}\n1. 王阿姨`)
    expect([head.day.value, head.time]).toEqual([day, time])
  })
})
