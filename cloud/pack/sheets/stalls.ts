import { stallKey, stallNumberOf } from '../../../core/tables/stall-number'
import { readText, rewritten } from '../cells/cell-values'
import type { Reading } from '../cells/cell-values'
import type { Register } from '../cells/register'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { ActivityRow, StallRow } from '../pack'

export const stallsForm = {
  file: 'stalls.csv',
  columns: ['活动', '摊位号', '类别', '名称'],
} as const satisfies SheetForm<string>
const LONGEST_NUMBER = 6
type Column = (typeof stallsForm.columns)[number]

const readStallNumber = (text: string): Reading<string> =>
  rewritten(text, 'stall') ?? readText(text, LONGEST_NUMBER)

/** The stalls of a market, on each of its dates; a number stands once on each plan. */
export function readStalls(
  sheet: Sheet<Column>,
  markets: Register,
  activities: readonly ActivityRow[],
): readonly StallRow[] {
  const seen = new Map<string, number>()
  return sheet.rows.flatMap((row) => {
    const market = row.requiredReference('活动', markets)
    const number = row.required('摊位号', readStallNumber) ?? ''
    const kind = row.requiredText('类别', 20)
    const name = row.text('名称', 40)
    // 01, １ and 一号 are one stall.
    const key = `${market} ${stallKey(stallNumberOf(number) ?? number)}`
    const earlier = seen.get(key)
    if (number !== '' && earlier !== undefined) row.refuse('摊位号', `“${number}”和第 ${earlier} 行重复了`)
    else seen.set(key, row.number)
    const dates = activities.filter(({ id, series_id }) => id === market || series_id === market)
    return dates.map(({ id }) => ({ activity_id: id, number, kind, name }))
  })
}
