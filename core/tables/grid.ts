/** A cell as it was pasted. `merged` where it is covered by a cell above or beside it, whose text it has. */
export interface GridCell {
  readonly text: string
  readonly merged: boolean
}

/** Rows with their line in what was pasted, from 1. */
export interface GridRow {
  readonly line: number
  readonly cells: readonly GridCell[]
}

/** Decodes bytes, or says `null` where they are none of this encoding. */
type Attempt = (encoding: 'utf-8' | 'utf-16le' | 'gb18030', bytes: Uint8Array) => string | null

/** The text of a file, in what spreadsheets write: UTF-8, UTF-16 with its mark, or GB18030; `null` where it is none. */
export function tableText(bytes: Uint8Array, attempt: Attempt): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = isUtf16 ? attempt('utf-16le', bytes) : (attempt('utf-8', bytes) ?? attempt('gb18030', bytes))
  return text?.replace(/^\ufeff/, '') ?? null
}

const plain = (text: string): GridCell => ({ text: text.trim(), merged: false })

/** Columns parted by tabs, as Excel and WPS put them on the clipboard; a cell with line breaks stands in quotes. */
export const gridOfTabs = (text: string): readonly GridRow[] => gridOf(text, '\t')

/** CSV. A formula whose result is a text, ="01", is that text; nothing is ever calculated. */
export const gridOfCsv = (text: string): readonly GridRow[] =>
  gridOf(text.replace(/^\ufeff/, '').replace(/(^|,|\n)="((?:[^"\n]|"")*)"(?=,|\r?\n|$)/g, '$1"$2"'), ',')

function gridOf(text: string, separator: ',' | '\t'): readonly GridRow[] {
  const rows: GridRow[] = []
  let [cells, cell, quoted, line, from] = [[] as GridCell[], '', false, 1, 1]
  const endCell = (): void => {
    cells.push(plain(cell))
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    rows.push({ line: from, cells })
    cells = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      quoted = closes(text, at, separator)
      cell = quoted ? '' : '"'
    } else if (sign === separator) endCell()
    else if (sign === '\n') {
      endRow()
      from = line
    } else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

/** A quote that never ends before a cell does is a sign like others: 5" 屏. */
const closes = (text: string, at: number, separator: string): boolean =>
  new RegExp(`^"(?:[^"]|"")*"[ ]*(?:${separator === ',' ? ',' : '\\t'}|\\r?\\n|$)`).test(text.slice(at))

/** What a parser of HTML gives, as far as tables need it; a browser's elements are such. */
export interface HtmlElement {
  readonly textContent: string | null
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): ArrayLike<HtmlElement>
}

const MOST_SPANNED = 200

/** The first table of a piece of HTML, such as the clipboard of a spreadsheet; `null` without one. */
export function gridOfHtml(document: HtmlElement): readonly GridRow[] | null {
  const table = Array.from(document.querySelectorAll('table'))[0]
  if (table === undefined) return null
  const covered = new Map<string, string>()
  return Array.from(table.querySelectorAll('tr')).map((row, down) => {
    const cells: GridCell[] = []
    const fillCovered = (): void => {
      for (let text = covered.get(`${down} ${cells.length}`); text !== undefined;) {
        cells.push({ text, merged: true })
        text = covered.get(`${down} ${cells.length}`)
      }
    }
    for (const element of Array.from(row.querySelectorAll('td,th'))) {
      fillCovered()
      const text = (element.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim()
      const [wide, high] = [spanOf(element, 'colspan'), spanOf(element, 'rowspan')]
      const column = cells.length
      for (let below = 0; below < high; below += 1)
        for (let beside = 0; beside < wide; beside += 1)
          if (below + beside > 0) covered.set(`${down + below} ${column + beside}`, text)
      cells.push({ text, merged: false })
    }
    fillCovered()
    return { line: down + 1, cells }
  })
}

const spanOf = (element: HtmlElement, name: string): number =>
  Math.min(MOST_SPANNED, Math.max(1, Math.floor(Number(element.getAttribute(name) ?? 1)) || 1))
