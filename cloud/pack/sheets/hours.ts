import type { OpeningInterval } from '../../../core/domain/office/office'
import { readId, readYesNo } from '../cells/cell-values'
import { readOpenings } from '../cells/opening-text'
import type { Register } from '../cells/register'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { SheetRow } from '../cells/sheet-row'
import type { HoursRow, OfficeRow, ZoneRow } from '../pack'

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

export const hoursForm = {
  file: 'hours.csv',
  columns: ['会客厅', '区域编号', '区域名称', '主区域', '全天24小时', '节假日照常', ...WEEKDAYS],
} as const satisfies SheetForm<string>
type Column = (typeof hoursForm.columns)[number]
type Row = SheetRow<Column>

/** The zone of an office that hours.csv does not name: nobody knows its hours yet. */
const UNKNOWN_ZONE = {
  id: 'main',
  name: '服务时间',
  main: true,
  always_open: false,
  hours_known: false,
  opens_on_holidays: false,
}

export interface Hours {
  readonly zones: readonly ZoneRow[]
  readonly hours: readonly HoursRow[]
}

/** Every office gets at least one zone, and exactly one that is the main one. */
export function readHours(sheet: Sheet<Column>, register: Register, offices: readonly OfficeRow[]): Hours {
  const read = sheet.rows.map((row, index) => readZone(row, register, index + 1))
  refuseRepeated(
    sheet.rows,
    read.map(({ zone }) => zone),
  )
  refuseWithoutMain(
    sheet.rows,
    read.map(({ zone }) => zone),
  )
  const named = new Set(read.map(({ zone }) => zone.office_id))
  const unknown = offices
    .filter((office) => !named.has(office.id))
    .map((office) => ({ office_id: office.id, ...UNKNOWN_ZONE, sort_order: 1 }))
  return { zones: [...read.map(({ zone }) => zone), ...unknown], hours: read.flatMap(({ hours }) => hours) }
}

function readZone(
  row: Row,
  register: Register,
  sortOrder: number,
): { zone: ZoneRow; hours: readonly HoursRow[] } {
  const officeId = row.requiredReference('会客厅', register)
  const id = row.required('区域编号', readId) ?? ''
  const alwaysOpen = row.optional('全天24小时', readYesNo) ?? false
  const week = alwaysOpen ? readNoWeek(row) : readWeek(row)
  const zone = {
    office_id: officeId,
    id,
    name: row.requiredText('区域名称', 20),
    main: row.required('主区域', readYesNo) ?? false,
    always_open: alwaysOpen,
    hours_known: alwaysOpen || week !== null,
    opens_on_holidays: row.optional('节假日照常', readYesNo) ?? false,
    sort_order: sortOrder,
  }
  return { zone, hours: (week ?? []).flatMap((day, index) => hoursOf(zone, index + 1, day)) }
}

const hoursOf = (zone: ZoneRow, weekday: number, day: readonly OpeningInterval[]): readonly HoursRow[] =>
  day.map(([from, to]) => ({
    office_id: zone.office_id,
    zone_id: zone.id,
    weekday,
    from_minute: from,
    to_minute: to,
  }))

function readNoWeek(row: Row): null {
  for (const day of WEEKDAYS) {
    if (!row.isEmpty(day)) row.refuse(day, `“全天24小时”填了“是”，这里就要空着，现在写着“${row.raw(day)}”`)
  }
  return null
}

/** Seven days, or `null` when all are empty: nobody knows yet. */
function readWeek(row: Row): readonly (readonly OpeningInterval[])[] | null {
  if (WEEKDAYS.every((day) => row.isEmpty(day))) return null
  return WEEKDAYS.map((day) => {
    if (row.isEmpty(day)) row.refuse(day, '空着：不开门请写“休息”；整周都不知道，就七天都空着')
    return row.optional(day, readOpenings) ?? []
  })
}

function refuseRepeated(rows: readonly Row[], zones: readonly ZoneRow[]): void {
  const seen = new Map<string, number>()
  zones.forEach((zone, index) => {
    const row = rows[index]
    if (!row || zone.office_id === '' || zone.id === '') return
    const key = `${zone.office_id} ${zone.id}`
    const earlier = seen.get(key)
    if (earlier !== undefined)
      row.refuse('区域编号', `“${zone.id}”和第 ${earlier} 行重复了，同一处的区域编号要不同`)
    else seen.set(key, row.number)
  })
}

function refuseWithoutMain(rows: readonly Row[], zones: readonly ZoneRow[]): void {
  const mains = new Map<string, Row[]>()
  zones.forEach((zone, index) => {
    const row = rows[index]
    if (!row || zone.office_id === '') return
    const earlier = mains.get(zone.office_id) ?? []
    mains.set(zone.office_id, zone.main ? [...earlier, row] : earlier)
  })
  for (const [officeId, main] of mains) {
    const [first, second] = main
    if (first && second) {
      second.refuse('主区域', `“${second.raw('会客厅')}”在第 ${first.number} 行已有主区域，只能有一个“是”`)
    } else if (!first) {
      const row = rows[zones.findIndex((zone) => zone.office_id === officeId)]
      row?.refuse(
        '主区域',
        `“${row.raw('会客厅')}”没有主区域，请把其中一行填“是”（时间不知道也可以，七天空着）`,
      )
    }
  }
}
