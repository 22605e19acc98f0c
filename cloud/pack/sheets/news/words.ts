import type { WordToMark } from '../../article/mark-words'
import { split } from '../../cells/cell-values'
import type { Sheet, SheetForm } from '../../cells/sheet'
import type { WordRow } from '../../pack'

export const wordsForm = {
  file: 'words.csv',
  columns: ['编号', '名称', '别名', '解释', '来源'],
} as const satisfies SheetForm<string>

/** Words that are explained in place, and on a page of their own in this order. */
export function readWords(sheet: Sheet<(typeof wordsForm.columns)[number]>): readonly WordRow[] {
  return sheet.rows.map((row, index) => ({
    id: row.raw('编号'),
    name: row.raw('名称'),
    also_called: [...new Set(split(row.text('别名', 100) ?? ''))],
    explanation: row.requiredText('解释', 120),
    source: row.requiredText('来源', 80),
    sort_order: index + 1,
  }))
}

export const wordsToMark = (rows: readonly WordRow[]): readonly WordToMark[] =>
  rows.map(({ id, name, also_called }) => ({ id, names: [name, ...also_called] }))
