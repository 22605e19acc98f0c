import { gridOfHtml, type HtmlElement } from './grid'
import { stallKey, stallNumberOf } from './stall-number'
import { readStallGrid, readStallText, type StallLine } from './stalls'

const read = (text: string) => readStallText(text, '021')
const short = ({ number, host, offer, hours, note }: StallLine) => [
  number.value?.join('+') ?? null,
  host.value,
  offer.value,
  hours.value && [hours.value.from, hours.value.to],
  note.value,
]
const only = (text: string): StallLine => {
  const [row] = read(text).rows
  if (row === undefined) throw new Error('no row')
  return row
}

describe('stalls typed into a chat', () => {
  const table = read(
    [
      '12号 张三 中国结',
      '13号、李四、串珠（体验）9:30-11:00',
      '14  王五\u3000颈肩推拿',
      '15-16号 合美社区 旧物交换',
      'A3 空',
    ].join('\n'),
  )

  it('are read with mixed and full-width blanks, remarks and hours', () => {
    expect(table.rows.map(short)).toEqual([
      ['12', '张三', '中国结', null, null],
      ['13', '李四', '串珠', [570, 660], '体验'],
      ['14', '王五', '颈肩推拿', null, null],
      [null, '合美社区', '旧物交换', null, null],
      ['A3', null, null, null, null],
    ])
  })

  it('ask about two numbers with one host, and are not saved before', () => {
    expect(table.rows[3]?.number.asks).toEqual([
      {
        question: '“15-16”是 2 个摊位、同一家，还是一个摊位？',
        answers: [
          { say: '2 个摊位（15、16），同一家', value: ['15', '16'] },
          { say: '一个摊位，叫 15-16', value: ['15-16'] },
        ],
      },
    ])
    expect(table.mayBeSaved).toBe(false)
  })

  it('have no host called 空', () =>
    expect(table.rows[4]?.host).toMatchObject({ value: null, notes: ['空摊位'] }))

  it.each([
    ['第7号 赵六 剪纸', ['7', '赵六', '剪纸', null, null]],
    ['7、赵六、剪纸', ['7', '赵六', '剪纸', null, null]],
    ['7号：赵六 剪纸', ['7', '赵六', '剪纸', null, null]],
    ['７号　赵六　剪纸', ['7', '赵六', '剪纸', null, null]],
    ['十七号 赵六 剪纸 下午2点到4点', ['17', '赵六', '剪纸', [840, 960], null]],
    ['b2 赵六 剪纸', ['B2', '赵六', '剪纸', null, null]],
    ['7号赵六 剪纸', ['7', '赵六', '剪纸', null, null]],
    ['07 待定', ['07', null, null, null, null]],
    ['7号', ['7', null, null, null, null]],
  ])('%s', (text, expected) => expect(short(only(text))).toEqual(expected))

  it.each(['15、16号 合美', '15和16号 合美', '15/16号 合美', '15~18号 合美', '15至16号 合美'])(
    'ask: %s',
    (text) => expect(only(text).number).toMatchObject({ value: null, asks: [{ answers: [{}, {}] }] }),
  )

  it('takes a telephone for one, and a line without a number for none', () => {
    expect(only('7 赵六 剪纸 13900000001').phone.value).toBe('13900000001')
    expect(only('赵六 剪纸').number.refusals).toEqual(['没有摊位号'])
  })
})

const EXCEL = `2026冬季市集摊位安排表
序号\t摊位号\t单位/姓名\t内容\t联系电话\t备注
1\t01\t鲲鹏公益\t咨询\t13900000001\t自带桌子
2\t02\t\t量血压\t13900000002\t
3\t03\t飞扬体育\t体质测试\t1.39E+10\t电源
合计\t3\t\t\t\t
`

describe('stalls copied from a spreadsheet', () => {
  const table = read(EXCEL)

  it('leave out titles and sums, and say so', () => {
    expect(table.dropped.map(({ line, why }) => [line, why])).toEqual([
      [1, '标题'],
      [2, '列名'],
      [6, '合计'],
    ])
  })

  it('have the number of their own column, as it is written', () => {
    expect(table.rows.map(short)).toEqual([
      ['01', '鲲鹏公益', '咨询', null, '自带桌子'],
      ['02', null, '量血压', null, null],
      ['03', '飞扬体育', '体质测试', null, '电源'],
    ])
    expect(read(`${EXCEL}4\t1\t甲\t乙\t\t`).rows[3]?.number.refusals).toEqual(['摊位号 1 重复（第 3 行）'])
  })

  it('say what is empty and what the spreadsheet destroyed, and invent no digit', () => {
    expect(table.rows[1]?.host.refusals).toEqual(['单位或姓名空着'])
    expect(table.rows[2]?.phone).toEqual({
      value: null,
      asks: [],
      notes: [],
      refusals: ['号码被 Excel 改成了 1.39E+10，请重新填'],
    })
    expect(table.mayBeSaved).toBe(false)
  })

  it.each([
    ['3月1日', '“3月1日”像是被表格改成了日期，原来大概是 3-1'],
    ['2-Jan', '“2-Jan”像是被表格改成了日期，原来大概是 1-2'],
    ['46082', '“46082”像是被表格改成了日期，原来大概是 3-1'],
    ['####', '“####”是列太窄'],
    ['#REF!', '“#REF!”是表格里公式出的错'],
    ['东门', '“东门”不是摊位号'],
    ['', '没有摊位号'],
  ])('refuses %j as a number', (number, why) => {
    const row = read(`摊位号\t摊主\n${number}\t甲`).rows[0]
    expect(row?.number.refusals).toEqual([expect.stringContaining(why)])
  })

  it('asks where no column is the number: a running number is none', () => {
    const bare = read('序号\t单位\n1\t甲')
    expect(bare.asks).toEqual([
      {
        id: 'number-column',
        question: '没有“摊位号”这一列：序号就是摊位号吗？',
        answers: [
          { say: '是，序号就是摊位号', value: '0' },
          { say: '单位', value: '1' },
        ],
      },
    ])
    expect(bare.rows[0]?.number.value).toBeNull()
    const answered = readStallText('序号\t单位\n1\t甲', '021', { 'number-column': '0' })
    expect(answered.rows.map(short)).toEqual([['1', '甲', null, null, null]])
    expect(answered.mayBeSaved).toBe(true)
  })

  it('asks whether a second column without a name is the host or what is offered', () => {
    const text = '1\t王五\n2\t赵六'
    expect(read(text).asks.map(({ id }) => id)).toEqual(['second-column'])
    const rowsFor = (answer: string) =>
      readStallText(text, '021', { 'second-column': answer }).rows.map(short)
    expect(rowsFor('host')[0]).toEqual(['1', '王五', null, null, null])
    expect(rowsFor('offer')[0]).toEqual(['1', null, '王五', null, null])
  })

  it('has a kind where a column is called so', () =>
    expect(read('摊位号\t类别\t内容\n1\t手作\t竹编').rows[0]).toMatchObject({
      kind: { value: '手作' },
      offer: { value: '竹编' },
    }))

  it('keeps a cell with line breaks in one row', () => {
    expect(
      read('摊位号\t摊主\t内容\n1\t甲\t"剪纸\n贴花"\n2\t乙\t糖画').rows.map(({ offer }) => offer.value),
    ).toEqual(['剪纸 贴花', '糖画'])
  })
})

describe('the same number in three dresses', () => {
  const { rows, mayBeSaved } = read('12\t中国结\n１２号\t串珠\n十二号\t画糖人')

  it('is one, named at each later line', () => {
    expect(rows.map(({ number }) => [number.value, number.refusals])).toEqual([
      [['12'], []],
      [['12'], ['摊位号 12 重复（第 1 行）']],
      [['12'], ['摊位号 12 重复（第 1 行）']],
    ])
    expect(mayBeSaved).toBe(false)
  })

  it.each([
    ['01', '1'],
    ['第一号', '1'],
    ['１号摊位', '1'],
    ['a-03', 'A3'],
    ['廿三号', '23'],
    ['一百零五号', '105'],
    ['3-1', '3-1'],
  ])('%s is %s', (written, key) => expect(stallKey(stallNumberOf(written) ?? '')).toBe(key))
})

it('a host over two merged rows is the host of both, and says why', () => {
  const cell = (text: string, spans: Record<string, string> = {}): HtmlElement => ({
    textContent: text,
    getAttribute: (name) => spans[name] ?? null,
    querySelectorAll: () => [],
  })
  const row = (...cells: HtmlElement[]): HtmlElement => ({ ...cell(''), querySelectorAll: () => cells })
  const rows = [
    row(cell('市集', { colspan: '3' })),
    row(cell('摊位号'), cell('单位'), cell('内容')),
    row(cell('01'), cell('鲲鹏公益', { rowspan: '2' }), cell('咨询')),
    row(cell('02'), cell('量血压')),
  ]
  const table: HtmlElement = { ...cell(''), querySelectorAll: () => rows }
  const grid = gridOfHtml({ ...cell(''), querySelectorAll: () => [table] })
  const read = readStallGrid(grid ?? [], '021')
  expect(read.rows.map(({ host }) => [host.value, host.notes])).toEqual([
    ['鲲鹏公益', []],
    ['鲲鹏公益', ['合并单元格']],
  ])
  expect(read.mayBeSaved).toBe(true)
})
