import type { Problem } from '../problem'
import { readSheet } from './sheet'

const form = { file: 'a.csv', columns: ['编号', '名称'] } as const

function read(text: string | null) {
  const problems: Problem[] = []
  const files = new Map(text === null ? [] : [['a.csv', new TextEncoder().encode(text)]])
  const sheet = readSheet(files, form, (problem) => problems.push(problem))
  return {
    rows: sheet.rows.map((row) => [row.number, row.raw('编号'), row.raw('名称')]),
    readable: sheet.readable,
    problems: problems.map(({ row, column, reason }) => [row, column, reason]),
  }
}

describe('readSheet', () => {
  it('numbers rows as the spreadsheet does, over empty rows and cells of several lines', () => {
    const text = '编号,名称\na,甲\n\n , \n"b","乙\n乙"\n,,\nc,丙\n\n\n'
    expect(read(text)).toEqual({
      rows: [
        [2, 'a', '甲'],
        [5, 'b', '乙\n乙'],
        [7, 'c', '丙'],
      ],
      readable: true,
      problems: [],
    })
  })

  it('takes the columns in any order, and drops blanks that no one sees', () => {
    expect(read('名称 ,　编号\n 甲\u200b,\u00a0a　\n').rows).toEqual([[2, 'a', '甲']])
  })

  it('reads a row that ends early as one with empty cells', () => {
    expect(read('编号,名称\na\n').rows).toEqual([[2, 'a', '']])
  })

  it('takes a sheet with nothing but its header', () => {
    expect(read('编号,名称')).toEqual({ rows: [], readable: true, problems: [] })
  })

  it('names unknown, missing and repeated columns, all at once', () => {
    const { problems, readable } = read('编号,名字,编号\n')
    expect(readable).toBe(false)
    expect(problems).toEqual([
      [1, '编号', '这一列出现了两次'],
      [1, '名字', '不认识这一列；可以有的列是“编号”、“名称”'],
      [1, '名称', '缺这一列'],
    ])
  })

  it('reads a column that came later as empty where an older pack lacks it', () => {
    const problems: Problem[] = []
    const later = { file: 'a.csv', columns: ['编号', '名称', '狗可以进'], cameLater: ['狗可以进'] } as const
    const files = new Map([['a.csv', new TextEncoder().encode('编号,名称\na,甲\n')]])
    const sheet = readSheet(files, later, (problem) => problems.push(problem))
    expect(problems).toEqual([])
    expect(sheet.rows.map((row) => row.isEmpty('狗可以进'))).toEqual([true])
  })

  it('says that the columns are not parted by commas', () => {
    expect(read('编号;名称\na;甲\n').problems).toEqual([[1, null, expect.stringContaining('英文逗号')]])
    expect(read('编号，名称\n').problems).toEqual([[1, null, expect.stringContaining('英文逗号')]])
  })

  it('names a cell beyond the last column', () => {
    expect(read('编号,名称\na,甲,多\n').problems).toEqual([[2, null, '第 3 格写着“多”，可是那一列没有列名']])
  })

  it.each([
    ['编号,名称\na,甲\nb,"乙\nc,丙\n', 3],
    ['编号,名称\na,"甲"甲\n', 2],
    ['编号,名称\na,甲"甲"\n', 2],
    ['"编号,名称\n', 1],
  ])('finds the row where the quotes do not match in %j', (text, row) => {
    expect(read(text).problems).toEqual([[row, null, expect.stringContaining('引号不成对')]])
  })

  it('asks for the file, or for its header, when it is not there', () => {
    expect(read(null).problems).toEqual([[null, null, expect.stringContaining('缺这个文件')]])
    for (const text of ['', '\n\n', ',,\na,甲\n']) {
      expect(read(text).problems).toEqual([[1, null, '第一行要写列名：编号、名称']])
    }
  })
})
