import { split } from '../cells/cell-values'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { ServiceRow } from '../pack'

export const servicesForm = {
  file: 'services.csv',
  columns: ['编号', '名称', '别名', '说明'],
} as const satisfies SheetForm<string>
type Column = (typeof servicesForm.columns)[number]

export function readServices(sheet: Sheet<Column>): readonly ServiceRow[] {
  return sheet.rows.map((row, index) => ({
    id: row.raw('编号'),
    name: row.raw('名称'),
    also_called: [...new Set(split(row.text('别名', 200) ?? ''))],
    description: row.text('说明', 200),
    sort_order: index + 1,
  }))
}
