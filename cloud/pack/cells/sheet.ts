import { CsvError, parse } from 'csv-parse/sync'
import type { PackFiles } from '../pack'
import type { Note } from '../problem'
import { listed } from './cell-values'
import { decode } from './decode'
import { SheetRow } from './sheet-row'

/** What a sheet must look like: these columns in any order, all of them but those that came later. */
export interface SheetForm<Column extends string> {
  readonly file: string
  readonly columns: readonly Column[]
  /** Columns that packs made before may lack; their cells are empty then. */
  readonly cameLater?: readonly Column[]
}

export interface Sheet<Column extends string> {
  readonly rows: readonly SheetRow<Column>[]
  /** False when the file could not be read as a table: what it lacks says nothing then. */
  readonly readable: boolean
}

const UNREADABLE = { rows: [], readable: false }

/** Rows in the order and with the numbers that the spreadsheet shows; empty rows are skipped but counted. */
export function readSheet<Column extends string>(
  files: PackFiles,
  form: SheetForm<Column>,
  note: Note,
): Sheet<Column> {
  const refuse = (row: number | null, column: string | null, reason: string): Sheet<Column> => {
    note({ file: form.file, row, column, reason })
    return UNREADABLE
  }
  const bytes = files.get(form.file)
  if (!bytes)
    return refuse(
      null,
      null,
      `数据包里缺这个文件；没有内容也要有它，第一行写列名：${form.columns.join('、')}`,
    )
  const decoded = decode(bytes, form.file)
  if ('flaw' in decoded) return refuse(null, null, decoded.flaw)
  const parsed = parseRecords(decoded.text)
  if ('row' in parsed)
    return refuse(parsed.row, null, '引号不成对：请检查这一行里的英文双引号 "，或用 Excel、WPS 重新保存')
  const [header = [], ...records] = parsed.records.map((record) => record.map(tidy))
  if (header.every((cell) => cell === ''))
    return refuse(1, null, `第一行要写列名：${form.columns.join('、')}`)
  if (!acceptHeader(header, form, note)) return UNREADABLE
  return { rows: readRows(header, records, form, note), readable: true }
}

/** ="01": how some programs keep a spreadsheet from rewriting a text. */
const FORMULA_TEXT = /(^|[,\n])="((?:[^"\n]|"")*)"(?=[,\n]|$)/g

function parseRecords(text: string): { readonly records: string[][] } | { readonly row: number } {
  try {
    return { records: parse(text.replace(FORMULA_TEXT, '$1"$2"'), { relax_column_count: true }) }
  } catch (error) {
    // The spreadsheet counts records, not lines: a quoted cell may hold several lines.
    if (error instanceof CsvError && typeof error['records'] === 'number')
      return { row: error['records'] + 1 }
    throw error
  }
}

/** Without the blanks that no one sees: spaces of any width at both ends. */
const tidy = (cell: string): string => cell.trim()

function acceptHeader<Column extends string>(
  header: readonly string[],
  form: SheetForm<Column>,
  note: Note,
): boolean {
  const at = { file: form.file, row: 1 }
  const named = header.filter((cell) => cell !== '')
  const missing = form.columns.filter(
    (column) => !named.includes(column) && !form.cameLater?.includes(column),
  )
  if (
    named.length === 1 &&
    missing.length >= form.columns.length - 1 &&
    /[\t;；，、]/.test(header[0] ?? '')
  ) {
    note({
      ...at,
      column: null,
      reason: '列名挤在一格里：各列要用英文逗号隔开，请另存为“CSV UTF-8（逗号分隔）”',
    })
    return false
  }
  const known: readonly string[] = form.columns
  for (const cell of new Set(named)) {
    if (!known.includes(cell))
      note({ ...at, column: cell, reason: `不认识这一列；可以有的列是${listed(known)}` })
    else if (named.indexOf(cell) !== named.lastIndexOf(cell))
      note({ ...at, column: cell, reason: '这一列出现了两次' })
  }
  for (const column of missing) note({ ...at, column, reason: '缺这一列' })
  return missing.length === 0
}

function readRows<Column extends string>(
  header: readonly string[],
  records: readonly (readonly string[])[],
  form: SheetForm<Column>,
  note: Note,
): readonly SheetRow<Column>[] {
  return records.flatMap((record, index) => {
    if (record.every((cell) => cell === '')) return []
    const row = new SheetRow<Column>(form.file, index + 2, namedCells(header, record), note)
    record.forEach((cell, place) => {
      if (cell !== '' && !header[place])
        row.refuse(null, `第 ${place + 1} 格写着“${cell}”，可是那一列没有列名`)
    })
    return [row]
  })
}

const namedCells = (header: readonly string[], record: readonly string[]): ReadonlyMap<string, string> =>
  new Map(header.flatMap((column, place) => (column === '' ? [] : [[column, record[place] ?? '']])))
