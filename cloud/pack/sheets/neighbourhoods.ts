import { readPhone } from '../cells/cell-values'
import type { Register } from '../cells/register'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { NeighbourhoodRow } from '../pack'

export const neighbourhoodsForm = {
  file: 'neighbourhoods.csv',
  columns: ['编号', '名称', '会客厅', '电话'],
} as const satisfies SheetForm<string>
type Column = (typeof neighbourhoodsForm.columns)[number]

/** @param gone ids of offices that have moved or closed: no neighbourhood can be served there. */
export function readNeighbourhoods(
  sheet: Sheet<Column>,
  offices: Register,
  gone: ReadonlySet<string>,
): readonly NeighbourhoodRow[] {
  return sheet.rows.map((row, index) => {
    const officeId = row.reference('会客厅', offices)
    if (officeId !== null && gone.has(officeId)) {
      row.refuse('会客厅', `“${row.raw('会客厅')}”已搬迁或已关闭，请改成现在的会客厅，或空着`)
    }
    return {
      id: row.raw('编号'),
      name: row.raw('名称'),
      office_id: officeId,
      phone: row.optional('电话', readPhone),
      sort_order: index + 1,
    }
  })
}
