/** A table to be written: what stands above it, what its columns are called, and its rows. */
export interface WrittenTable {
  readonly sheet: string
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Writes an .xlsx. */
export type WriteTableFile = (table: WrittenTable) => Promise<Uint8Array>

const NARROWEST = 8
const WIDEST = 40

/**
 * Every cell is text, in the format for text: nothing is a formula, a link or a number, whatever it begins with. What
 * writes is the largest package of all, and loaded by the first file.
 */
export const writeXlsx: WriteTableFile = async ({ sheet: name, title, heads, rows }) => {
  const { utils, write } = await import('@e965/xlsx')
  const lines = [[title], heads, ...rows]
  const sheet = utils.aoa_to_sheet(
    lines.map((cells) => cells.map((text) => ({ t: 's' as const, v: text, z: '@' }))),
  )
  sheet['!cols'] = heads.map((head, at) => ({
    wch: Math.min(WIDEST, Math.max(NARROWEST, ...[head, ...rows.map((row) => row[at] ?? '')].map(widthOf))),
  }))
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: heads.length - 1 } }]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, name)
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer)
}

/** In the width of a digit; characters of ours are as wide as two. */
const widthOf = (text: string): number =>
  [...text].reduce((width, one) => width + (one > '\u00ff' ? 2 : 1), 2)
