import type { StallPlan } from '../../core/contract/activity/stall'
import { readStallText } from '../../core/tables/stalls'
import {
  answered,
  answeredNames,
  faultsOf,
  formerOf,
  goneOf,
  merged,
  plannedOf,
  replaced,
  rowsCopied,
  rowsOfPlan,
  rowsOfTable,
  taking,
  typed,
  withTheirs,
  type Row,
} from './stall-model'

const read = (text: string): readonly Row[] => rowsOfTable(readStallText(text, '021'))
const faults = (rows: readonly Row[], kind = '摊位') => [...faultsOf(rows, kind).values()]
type Planned = StallPlan['stalls'][number]
const stall = (number: string, more: Partial<Planned> = {}): Planned => ({
  number,
  kind: '手作',
  name: `第 ${number} 家`,
  hours: null,
  called: null,
  phone: null,
  note: null,
  isHeld: false,
  position: null,
  ...more,
})

describe('rows that were read', () => {
  it('keep the reason of a cell until it is typed over', () => {
    const rows = read('摊位号\t内容\t电话\n1\t咨询\t1.39E+10')
    expect(faults(rows)).toEqual([{ phone: '号码被 Excel 改成了 1.39E+10，请重新填' }])
    const [row] = rows
    expect(faults(typed(rows, row?.key ?? 0, 'phone', '13900000001'))).toEqual([{}])
    expect(faults(typed(rows, row?.key ?? 0, 'phone', '139-0000-000'))[0]?.phone).toContain('少了 1 位')
  })

  it('show a host to residents only where that is answered', () => {
    const rows = read('7 王五')
    expect(rows[0]?.asks.map(({ question }) => question)).toEqual(['没有写内容。居民看到的写“王五”吗？'])
    const names = (isWritten: boolean) => answeredNames(rows, isWritten).map((row) => plannedOf(row, '摊位'))
    expect(names(true)).toMatchObject([{ name: '王五', called: '王五', kind: '摊位' }])
    expect(names(false)).toMatchObject([{ name: null, called: '王五' }])
  })

  it('become several where one host has several stalls', () => {
    const rows = read('15-16号 合美社区 旧物交换')
    const ask = rows[0]?.asks[0]
    if (ask === undefined) throw new Error('nothing is asked')
    const both = answered(rows, rows[0]?.key ?? 0, ask, ['15', '16'])
    expect(both.map((row) => plannedOf(row, '摊位').number)).toEqual(['15', '16'])
    expect(new Set(both.map(({ key }) => key)).size).toBe(2)
    expect(both.flatMap(({ asks }) => asks)).toEqual([])
  })

  it('name a number that is twice at the later row, in whichever dress', () => {
    expect(faults(read('12 甲 一\n13 乙 二\n十二号 丙 三'))[2]).toEqual({
      number: '摊位号 12 重复（第 1 行）',
    })
  })

  it('say 9:30-11:00 as hours, and refuse what is none', () => {
    const rows = read('1 甲 串珠 9:30-11:00')
    expect(rows.map((row) => plannedOf(row, '摊位').hours)).toEqual([{ from: 570, to: 660 }])
    expect(faults(typed(rows, rows[0]?.key ?? 0, 'hours', '上午'))[0]?.hours).toBe(
      '“上午”不是时间，写成 9:30-11:00',
    )
  })
})

describe('rows beside what is saved', () => {
  const before = [stall('1', { phone: '13900000001' }), stall('2')]

  it('are new, changed from what, or as they were', () => {
    const rows = [
      ...rowsOfPlan([stall('01', { phone: '13900000001' }), stall('2', { name: '别的' })]),
      ...read('3 甲 乙'),
    ]
    expect(rows.map((row) => formerOf(row, before, '摊位'))).toEqual([
      { number: '1', name: '第 1 家' },
      { name: '第 2 家' },
      null,
    ])
    expect(rowsOfPlan(before).map((row) => formerOf(row, before, '摊位'))).toEqual([{}, {}])
    expect(goneOf(rows.slice(1), before)).toEqual(['1'])
  })

  it('are put in the place of the same number, and keep what the new ones do not say', () => {
    const rows = merged(rowsOfPlan(before), read('一号 张三 剪纸\n5 李四 糖画'))
    expect(rows.map((row) => plannedOf(row, '摊位'))).toMatchObject([
      { number: '1', kind: '手作', name: '剪纸', called: '张三', phone: '13900000001' },
      { number: '2', name: '第 2 家' },
      { number: '5', kind: '摊位', name: '糖画', called: '李四' },
    ])
  })

  it('of another market bring no applicant along', () =>
    expect(rowsCopied([stall('1', { isHeld: true, name: '竹编' })])).toMatchObject([
      { isHeld: false, cells: { number: '1', name: '' } },
    ]))
})

describe('where stalls stand on the plan', () => {
  const here = { x: 0.2, y: 0.3 }
  const placed = [stall('1', { position: here }), stall('2')]
  const positions = (rows: readonly Row[]) => rows.map(({ cells, position }) => [cells.number, position])

  it('stays with a number that is typed over, and with the same stall of a table that says nothing of it', () => {
    const rows = rowsOfPlan(placed)
    expect(positions(typed(rows, rows[0]?.key ?? 0, 'number', '9'))).toEqual([
      ['9', here],
      ['2', null],
    ])
    const table = read('01 甲 剪纸\n7 乙 糖画')
    expect(positions(merged(rows, table))).toEqual([
      ['01', here],
      ['2', null],
      ['7', null],
    ])
    expect(positions(replaced(rows, table))).toEqual([
      ['01', here],
      ['7', null],
    ])
  })

  it('comes along from another market, to the stalls of the same number too', () => {
    const there = { x: 0.9, y: 0.9 }
    const copied = rowsCopied([stall('1', { position: there }), stall('2', { position: there })])
    expect(positions(merged(rowsOfPlan([stall('1', { position: here })]), copied))).toEqual([
      ['1', there],
      ['2', there],
    ])
  })

  it('is a change of its own', () => {
    const [one] = rowsOfPlan([stall('1', { position: { x: 0.5, y: 0.5 } })])
    if (one === undefined) throw new Error('there is no row')
    expect(formerOf(one, placed, '摊位')).toEqual({ isMoved: true })
  })

  it('is merged apart from the words: one moved it, the other renamed it', () => {
    const there = { x: 0.6, y: 0.6 }
    const mine = rowsOfPlan([stall('1', { name: '我的', position: here }), stall('2', { position: there })])
    const theirs = [stall('1', { position: there }), stall('2', { name: '他的' })]
    const { rows, open } = withTheirs(mine, placed, theirs)
    expect(rows.map(({ cells, position }) => [cells.name, position])).toEqual([
      ['我的', there],
      ['他的', there],
    ])
    expect(open).toEqual([])
  })

  it('is asked where both moved it, and taken from whom was chosen', () => {
    const [left, right] = [
      { x: 0.1, y: 0.3 },
      { x: 0.9, y: 0.3 },
    ]
    const mine = rowsOfPlan([stall('1', { position: left }), stall('2')])
    const theirs = [stall('1', { position: right }), stall('2')]
    const { rows, open } = withTheirs(mine, placed, theirs)
    expect(open).toEqual([
      { field: '1 @', label: '1 号在图上', mine: '左 10%，上 30%', theirs: '左 90%，上 30%' },
    ])
    expect(positions(rows)[0]).toEqual(['1', left])
    expect(positions(taking(rows, theirs, ['1 @']))[0]).toEqual(['1', right])
  })
})

describe('two people at once', () => {
  const base = [stall('1'), stall('2'), stall('3')]

  it('have both of their changes; only what both changed is asked', () => {
    const mine = rowsOfPlan([stall('1', { name: '我的' }), stall('2', { name: '我的' }), stall('3')])
    const theirs = [stall('1'), stall('2', { name: '他的' }), stall('4')]
    const { rows, open } = withTheirs(mine, base, theirs)
    expect(rows.map(({ cells }) => [cells.number, cells.name])).toEqual([
      ['1', '我的'],
      ['2', '我的'],
      ['4', '第 4 家'],
    ])
    expect(open).toEqual([{ field: '2', label: '2 号', mine: '手作 · 我的', theirs: '手作 · 他的' }])
  })
})
