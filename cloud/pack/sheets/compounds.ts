import { readPhone, readYesNo } from '../cells/cell-values'
import type { Register } from '../cells/register'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { CompoundRow } from '../pack'
import { readPosition } from './position'
import type { Box } from './settings'

export const compoundsForm = {
  file: 'compounds.csv',
  columns: [
    '编号',
    '名称',
    '居民区',
    '归属已核实',
    '经度',
    '纬度',
    '位置已核实',
    '微网格联系人',
    '微网格电话',
    '来源',
  ],
} as const satisfies SheetForm<string>
type Column = (typeof compoundsForm.columns)[number]

/** Each compound has one row, and so at most one neighbourhood; an empty cell says that nobody knows which. */
export function readCompounds(
  sheet: Sheet<Column>,
  neighbourhoods: Register,
  box: Box,
): readonly CompoundRow[] {
  return sheet.rows.map((row, index) => {
    const verified = row.optional('位置已核实', readYesNo) ?? false
    if (verified && row.isEmpty('经度')) row.refuse('位置已核实', '没有经纬度，不能填“是”')
    const belongs = row.optional('归属已核实', readYesNo) ?? false
    if (belongs && row.isEmpty('居民区')) row.refuse('归属已核实', '没有居民区，不能填“是”')
    return {
      id: row.raw('编号'),
      name: row.raw('名称'),
      neighbourhood_id: row.reference('居民区', neighbourhoods),
      neighbourhood_verified: belongs,
      ...readPosition(row, box),
      position_verified: verified,
      grid_contact: row.text('微网格联系人', 30),
      grid_phone: row.optional('微网格电话', readPhone),
      source: row.requiredText('来源', 120),
      sort_order: index + 1,
    }
  })
}
