import { readDay } from '../cells/cell-values'
import { readOpenings } from '../cells/opening-text'
import type { Register } from '../cells/register'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { SheetRow } from '../cells/sheet-row'
import type { HoursExceptionRow, ZoneRow } from '../pack'

export const hoursExceptionsForm = {
  file: 'hours-exceptions.csv',
  columns: ['会客厅', '区域编号', '日期', '时间', '说明'],
} as const satisfies SheetForm<string>
type Column = (typeof hoursExceptionsForm.columns)[number]
type Row = SheetRow<Column>

/** @param zones of every office, `null` when hours.csv could not be read; an empty 区域编号 is the main one. */
export function readHoursExceptions(
  sheet: Sheet<Column>,
  offices: Register,
  zones: readonly ZoneRow[] | null,
): readonly HoursExceptionRow[] {
  const seen = new Map<string, number>()
  return sheet.rows.flatMap((row) => {
    const officeId = row.requiredReference('会客厅', offices)
    const zoneId = readZoneId(row, officeId, zones)
    const day = row.required('日期', readDay)
    refuseRepeated(row, `${officeId} ${zoneId} ${day}`, seen, officeId !== '' && day !== null)
    const intervals = (row.required('时间', readOpenings) ?? []).map(([from, to]): [number, number] => [
      from,
      to,
    ])
    const note = row.text('说明', 60)
    return day === null ? [] : [{ office_id: officeId, zone_id: zoneId, day, intervals, note }]
  })
}

function readZoneId(row: Row, officeId: string, zones: readonly ZoneRow[] | null): string {
  if (zones === null) return row.raw('区域编号')
  const own = zones.filter((zone) => zone.office_id === officeId)
  const text = row.raw('区域编号')
  const zone = own.find((one) => (text === '' ? one.main : one.id === text))
  if (!zone && text !== '' && own.length > 0) {
    const known = own.map((one) => `“${one.id}”`).join('、')
    row.refuse('区域编号', `“${row.raw('会客厅')}”没有编号“${text}”的区域；hours.csv 里有${known}`)
  }
  return zone?.id ?? ''
}

function refuseRepeated(row: Row, key: string, seen: Map<string, number>, whole: boolean): void {
  const earlier = seen.get(key)
  if (whole && earlier !== undefined) row.refuse('日期', `“${row.raw('日期')}”这一天和第 ${earlier} 行重复了`)
  else seen.set(key, row.number)
}
