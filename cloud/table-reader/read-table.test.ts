import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'
import { readTable } from './read-table'

/** Made by two other programs, or by hand; docs/decisions/0019 says how. */
const fileOf = (name: string): Buffer => readFileSync(`tests/fixtures/tables/${name}`)

const sheetsIn = (bytes: Buffer) => {
  const reading = readTable(bytes)
  if (!reading.ok) throw new Error(`refused: ${reading.refusal}`)
  return reading.value.sheets
}
/** Rows below the head, merged cells marked with *. */
const rowsIn = (name: string) =>
  sheetsIn(fileOf(name))[0]
    ?.rows.slice(1)
    .map(({ cells }) => cells.map(({ text, merged }) => (merged ? `${text}*` : text)))

/** A zip with one file of so many zeros, which says that it has `declared` bytes. */
function zipOfZeros(name: string, size: number, declared = size): Buffer {
  const zeros = Buffer.alloc(size)
  const packed = deflateRawSync(zeros, { level: 9 })
  const head = (sign: number, extra: Buffer) => {
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(typeof crc32 === 'function' ? crc32(zeros) : 0, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declared, 18)
    fields.writeUInt16LE(name.length, 22)
    const start = Buffer.alloc(4)
    start.writeUInt32LE(sign, 0)
    return Buffer.concat([start, extra, fields])
  }
  const local = Buffer.concat([head(0x04034b50, Buffer.alloc(0)), Buffer.from(name), packed])
  const entry = Buffer.concat([head(0x02014b50, Buffer.alloc(2)), Buffer.alloc(14), Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}

describe('a file of a table', () => {
  it.each([
    [
      'merged.xlsx',
      [
        ['1', '01', '鲲鹏公益', '咨询', '13900000001', ''],
        ['2', '02', '鲲鹏公益*', '量血压', '13900000002', ''],
      ],
    ],
    [
      'libreoffice.xls',
      [
        ['1', '01', '鲲鹏公益', '咨询', '13900000001', ''],
        ['2', '02', '鲲鹏公益*', '量血压', '13900000002', ''],
      ],
    ],
    [
      'errors.xlsx',
      [
        ['1', '01', '#REF!', '一', '', ''],
        ['2', '02', '#DIV/0!', '二', '', ''],
      ],
    ],
    ['formula-without-value.xlsx', [['1', '01', '甲', '=CONCATENATE("剪","纸")', '', '']]],
    ['1904.xlsx', [['太极', '2026-12-06']]],
    ['serial-as-number.xlsx', [['1', '46362', '甲', '书法', '', '']]],
    [
      'march-7.xlsx',
      [
        ['1', '3月7日', '甲', '一', '', ''],
        ['2', '2026-03-07 09:30', '乙', '二', '', ''],
        ['3', '03', '丙', '三', '', '09:00'],
      ],
    ],
    [
      'dates.xls',
      [
        ['1', '3月7日', '甲', '一', '', ''],
        ['2', '2026-03-07 09:30', '乙', '二', '', ''],
        ['3', '03', '丙', '三', '', '09:00'],
      ],
    ],
    [
      'exponent.xlsx',
      [
        ['1', '01', '甲', '一', '13900000003', ''],
        ['2', '02', '乙', '二', '1.39E+10', ''],
      ],
    ],
    [
      'libreoffice.xlsx',
      [
        ['1', '01', '甲', '一', '13900000003', ''],
        ['2', '02', '乙', '二', '1.39E+10', ''],
      ],
    ],
    [
      'numbers.xlsx',
      [
        ['1', '1', '甲', '一', '13900000003', '0.3'],
        ['2', '2', '乙', '二', '2162000003', '1000000000000000'],
      ],
    ],
    ['rich.xlsx', [['1', '01', '鲲鹏', '咨询', '13900000001', 'TRUE']]],
    ['prefixed.xlsx', [['1', '01', '鲲鹏', '咨询', '13900000001', 'TRUE']]],
    [
      'html.xls',
      [
        ['01', '甲'],
        ['02', '甲*'],
      ],
    ],
  ])('%s says what stands in its cells', (name, rows) => {
    const width = Math.max(...rows.map((row) => row.length))
    expect(rowsIn(name)?.map((row) => [...row, ...Array<string>(6).fill('')].slice(0, width))).toEqual(rows)
  })

  it.each(['utf8.csv', 'bom.csv', 'gb18030.csv'])('%s is read as it was written', (name) =>
    expect(rowsIn(name)).toEqual([
      ['01', '鲲鹏公益', '咨询', '13900000005'],
      ['02', '花溪, 路', '量血压', '139 0000 0002'],
    ]),
  )

  it('utf16.csv has tabs', () => expect(rowsIn('utf16.csv')?.[0]).toContain('鲲鹏公益'))

  it.each(['hidden.xlsx', 'hidden.xls'])('%s: what is hidden is left out, and said so', (name) => {
    const sheets = sheetsIn(fileOf(name))
    expect(sheets.map((sheet) => sheet.name)).toEqual(['摊位'])
    expect(sheets[0]?.rows.map(({ line, cells }) => [line, cells[1]?.text])).toEqual([
      [1, '摊位号'],
      [2, '01'],
      [4, '03'],
    ])
    expect(sheets[0]?.notes).toEqual([
      '藏起来的第 3 行没有读',
      '藏起来的 F 列没有读',
      '藏起来的工作表没有读：旧的',
    ])
  })

  it('three-sheets.xlsx: sheets without anything are not offered', () =>
    expect(sheetsIn(fileOf('three-sheets.xlsx')).map(({ name }) => name)).toEqual(['活动', '摊位表']))

  it.each([
    ['password.xlsx', 'table_locked'],
    ['macro.xlsm', 'table_with_macros'],
    ['picture.xlsx', 'not_a_table'],
    ['docx.xlsx', 'not_a_table'],
    ['cut.xlsx', 'table_unread'],
  ])('%s is refused as %s', (name, refusal) =>
    expect(readTable(fileOf(name))).toMatchObject({ ok: false, refusal }),
  )

  it('is judged before it is unpacked: a bomb is refused, whether it says its size or lies', () => {
    const size = 80 * 1024 * 1024
    expect(readTable(zipOfZeros('xl/workbook.xml', size))).toMatchObject({ refusal: 'table_too_big' })
    expect(readTable(zipOfZeros('xl/workbook.xml', size, 5_000))).toMatchObject({ refusal: 'table_unread' })
  })

  it('with 60,000 empty rows is as long as what stands in it', () => {
    const lines = ['摊位号,摊主', '1,甲', ...Array<string>(60_000).fill(',')]
    expect(sheetsIn(Buffer.from(lines.join('\r\n')))[0]?.rows).toHaveLength(2)
  })

  it('of nothing, or of anything at all, is an answer and no fault', () => {
    expect(readTable(Buffer.alloc(0))).toMatchObject({ refusal: 'table_empty' })
    const whole = fileOf('merged.xlsx')
    for (let cut = 4; cut < whole.length; cut += 97) expect(readTable(whole.subarray(0, cut)).ok).toBe(false)
  })
})
