import { CFB, read, SSF, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { ReadSheet } from '../../core/contract/table'
import { accept, refuse } from '../../core/kernel/result'
import { gridOfCsv, gridOfTabs, tableText, type GridCell, type GridRow } from '../../core/tables/grid'
import type { TableReading } from '../gateways/table-reader'
import { judgeZip } from './zip-size'

/** Of all files in an .xlsx together. */
const MOST_UNPACKED = 64 * 1024 * 1024
/** What a table of ours may have; what is beyond is left out, and said so. */
const MOST_ROWS = 2_000
const MOST_COLUMNS = 60

/** What stands in a file, by its content: names of files say what people wish. */
export function readTable(bytes: Buffer): TableReading {
  if (bytes.length === 0) return refuse('table_empty')
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return readZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return readCompound(bytes)
  // Records of an .xls older than the container that holds it since 1997.
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04])) return readBook(bytes)
  return readText(bytes)
}

const startsWith = (bytes: Buffer, signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign)

function readZip(bytes: Buffer): TableReading {
  const verdict = judgeZip(bytes, MOST_UNPACKED)
  if (verdict.kind === 'too big') return refuse('table_too_big')
  if (verdict.kind === 'broken') return refuse('table_unread')
  const has = (pattern: RegExp): boolean => verdict.names.some((name) => pattern.test(name))
  if (has(/vbaProject\.bin$/i)) return refuse('table_with_macros')
  return has(/^xl\/workbook\.(?:xml|bin)$/i) ? readBook(bytes) : refuse('not_a_table')
}

/** An .xls or .et, or an .xlsx behind a password: all three are in the same kind of container. */
function readCompound(bytes: Buffer): TableReading {
  const names = containerNames(bytes)
  if (names === null) return refuse('table_unread')
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/EncryptedPackage/)) return refuse('table_locked')
  if (has(/_VBA_PROJECT/i)) return refuse('table_with_macros')
  return has(/\/(?:Workbook|Book)$/i) ? readBook(bytes) : refuse('not_a_table')
}

function containerNames(bytes: Buffer): readonly string[] | null {
  try {
    return CFB.read(bytes, { type: 'buffer' }).FullPaths
  } catch {
    // It throws bare errors for whatever is cut off or mangled: nothing in it can be read.
    return null
  }
}

function readBook(bytes: Buffer): TableReading {
  let book: WorkBook
  try {
    book = read(bytes, {
      type: 'buffer',
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      sheetRows: MOST_ROWS + 1,
    })
  } catch (error) {
    // The reader throws bare errors with its reason in words.
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    return refuse(isLocked ? 'table_locked' : 'table_unread')
  }
  return sheetsOf(book)
}

/** Comma-separated, tab-separated, or a page with a table that calls itself .xls, as many a system writes. */
function readText(bytes: Buffer): TableReading {
  const text = tableText(bytes, decode)
  // eslint-disable-next-line no-control-regex -- no text has these, pictures and programs do
  if (text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text)) return refuse('not_a_table')
  if (/^\s*<(?:!doctype html|html|table|meta|head)/i.test(text))
    return sheetsOf(read(text, { type: 'string', raw: true }))
  if (/^\s*<\?xml/i.test(text)) return refuse('table_unread')
  const [first = ''] = text.split('\n')
  const rows = first.includes('\t') ? gridOfTabs(text) : gridOfCsv(text)
  const notes = rows.length > MOST_ROWS ? [`只读了前 ${MOST_ROWS} 行`] : []
  return answer([{ name: '', rows: filled(rows.slice(0, MOST_ROWS)), notes }])
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null
    throw error
  }
}

function sheetsOf(book: WorkBook): TableReading {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const hidden = book.SheetNames.filter((_, at) => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0)
  const shown = book.SheetNames.filter((name) => !hidden.includes(name))
  const sheets = shown.map((name) => {
    const sheet = book.Sheets[name]
    return sheet === undefined ? { name, rows: [], notes: [] } : { name, ...readSheet(sheet, date1904) }
  })
  const note = hidden.length === 0 ? [] : [`藏起来的工作表没有读：${hidden.join('、')}`]
  return answer(sheets.map((sheet) => ({ ...sheet, notes: [...sheet.notes, ...note] })))
}

function answer(sheets: readonly ReadSheet[]): TableReading {
  const full = sheets.filter(({ rows }) => rows.length > 0)
  return full.length === 0 ? refuse('table_empty') : accept({ sheets: full })
}

const filled = (rows: readonly GridRow[]): readonly GridRow[] =>
  rows.filter(({ cells }) => cells.some(({ text }) => text !== ''))

function readSheet(sheet: WorkSheet, date1904: boolean): Pick<ReadSheet, 'rows' | 'notes'> {
  const { s: first, e: last } = utils.decode_range(sheet['!ref'] ?? 'A1')
  const isHidden = {
    row: (at: number): boolean => sheet['!rows']?.[at]?.hidden === true,
    column: (at: number): boolean => sheet['!cols']?.[at]?.hidden === true,
  }
  const all = numbers(first.c, Math.min(last.c, first.c + MOST_COLUMNS - 1))
  const columns = all.filter((at) => !isHidden.column(at))
  const lines = numbers(first.r, Math.min(last.r, MOST_ROWS - 1))
  const covered = coveredCells(sheet, date1904)
  const cellAt = (line: number, column: number): GridCell => {
    const address = utils.encode_cell({ r: line, c: column })
    const above = covered.get(address)
    return above === undefined
      ? { text: textOf(sheet[address] as CellObject | undefined, date1904), merged: false }
      : { text: above, merged: true }
  }
  const rowAt = (line: number): GridRow => ({
    line: line + 1,
    cells: columns.map((column) => cellAt(line, column)),
  })
  const hiddenLines = filled(lines.filter(isHidden.row).map(rowAt)).map(({ line }) => line)
  const hiddenColumns = all.filter(
    (at) => isHidden.column(at) && lines.some((line) => cellAt(line, at).text !== ''),
  )
  return {
    rows: filled(lines.filter((line) => !isHidden.row(line)).map(rowAt)),
    notes: [
      ...(hiddenLines.length > 0 ? [`藏起来的第 ${hiddenLines.join('、')} 行没有读`] : []),
      ...(hiddenColumns.length > 0
        ? [`藏起来的 ${hiddenColumns.map((at) => utils.encode_col(at)).join('、')} 列没有读`]
        : []),
      ...(isCut(sheet) ? [`只读了前 ${MOST_ROWS} 行`] : []),
      ...(last.c - first.c >= MOST_COLUMNS ? [`只读了前 ${MOST_COLUMNS} 列`] : []),
    ],
  }
}

/** Whether rows beyond the limit have something in them: the reader keeps one more than is read. */
function isCut(sheet: WorkSheet): boolean {
  const { s, e } = utils.decode_range(sheet['!ref'] ?? 'A1')
  return numbers(s.c, Math.min(e.c, s.c + MOST_COLUMNS - 1)).some(
    (column) =>
      textOf(sheet[utils.encode_cell({ r: MOST_ROWS, c: column })] as CellObject | undefined, false) !== '',
  )
}

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

/** Cells under a merged one, with its text. */
function coveredCells(sheet: WorkSheet, date1904: boolean): ReadonlyMap<string, string> {
  const covered = new Map<string, string>()
  for (const { s, e } of sheet['!merges'] ?? []) {
    const text = textOf(sheet[utils.encode_cell(s)] as CellObject | undefined, date1904)
    for (const r of numbers(s.r, Math.min(e.r, MOST_ROWS)))
      for (const c of numbers(s.c, Math.min(e.c, s.c + MOST_COLUMNS)))
        if (r !== s.r || c !== s.c) covered.set(utils.encode_cell({ r, c }), text)
  }
  return covered
}

/**
 * What stands in a cell. A number is all its digits, not what a narrow column shows of it; a day is a day; an error and
 * a formula without a result are what they are, to be refused where they stand.
 */
function textOf(cell: CellObject | undefined, date1904: boolean): string {
  if (cell === undefined) return ''
  if (cell.f !== undefined && (cell.t === 'z' || cell.v === undefined)) return `=${cell.f}`
  if (cell.t === 'e') return cell.w ?? '#VALUE!'
  if (cell.t === 'n' && typeof cell.v === 'number') return numberText(cell.v, cell, date1904)
  if (cell.v === undefined || cell.t === 'z') return ''
  return String(cell.t === 'b' ? (cell.w ?? cell.v) : cell.v).trim()
}

const LONGEST_EXACT = 15

function numberText(value: number, { w: shown = '', z }: CellObject, date1904: boolean): string {
  const format = typeof z === 'string' ? z : 'General'
  if (SSF.is_date(format)) return /[年月日]/.test(shown) ? shown : dayText(value, date1904)
  // 01 is a number that is shown with its zero.
  if (/^0\d+$/.test(shown)) return shown
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(LONGEST_EXACT)))
}

function dayText(value: number, date1904: boolean): string {
  const { y, m, d, H, M } = SSF.parse_date_code(value, { date1904 }) as Readonly<Record<string, number>>
  const two = (number = 0): string => String(number).padStart(2, '0')
  const time = `${two(H)}:${two(M)}`
  if (value < 1) return time
  return Number.isInteger(value) ? `${y}-${two(m)}-${two(d)}` : `${y}-${two(m)}-${two(d)} ${time}`
}
