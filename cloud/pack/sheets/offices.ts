import type { OfficeKind, OfficeStatus } from '../../../core/domain/office/office'
import { readChoice, readDay, readPhone, readYesNo, split } from '../cells/cell-values'
import type { Register } from '../cells/register'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { SheetRow } from '../cells/sheet-row'
import type { OfficeRow, OfficeServiceRow } from '../pack'
import { readPosition } from './position'
import type { Box } from './settings'

export const officesForm = {
  file: 'offices.csv',
  columns: [
    '编号',
    '名称',
    '简称',
    '类型',
    '居民区',
    '地址',
    '标志物',
    '经度',
    '纬度',
    '位置已核实',
    '电话',
    '状态',
    '接替处',
    '服务',
    '来源',
    '核实日期',
  ],
} as const satisfies SheetForm<string>
type Column = (typeof officesForm.columns)[number]
type Row = SheetRow<Column>

export type ComparedColumn = Exclude<keyof OfficeRow, 'id' | 'sort_order'>

/**
 * What the editor calls each column of the table, for who is told that staff and pack differ. Total: a new column of
 * an office does not compile until it is here, and a heading not until the sheet has it.
 */
export const HEADINGS: Readonly<Record<ComparedColumn, Column | '介绍'>> = {
  name: '名称',
  short_name: '简称',
  kind: '类型',
  neighbourhood_id: '居民区',
  address: '地址',
  landmark: '标志物',
  longitude: '经度',
  latitude: '纬度',
  position_verified: '位置已核实',
  phone: '电话',
  status: '状态',
  successor_id: '接替处',
  about: '介绍',
  source: '来源',
  verified_on: '核实日期',
}

/** The words of the editor, in the order in which the sentence lists them. */
export const KIND_WORDS: Readonly<Record<string, OfficeKind>> = {
  会客厅: 'living-room',
  党群服务站: 'party-service',
  活动室: 'activity-room',
  服务中心: 'service-centre',
}
export const STATUS_WORDS: Readonly<Record<string, OfficeStatus>> = {
  开放: 'open',
  已搬迁: 'moved',
  已关闭: 'closed',
}

interface Registers {
  readonly offices: Register
  readonly neighbourhoods: Register
  readonly services: Register
}

/** Ids of offices that have moved or closed. */
export const goneOffices = (sheet: Sheet<Column>): ReadonlySet<string> =>
  new Set(
    sheet.rows
      .filter(
        (row) => Object.hasOwn(STATUS_WORDS, row.raw('状态')) && STATUS_WORDS[row.raw('状态')] !== 'open',
      )
      .map((row) => row.raw('编号')),
  )

/** @param about the longer texts by office id. */
export function readOffices(
  sheet: Sheet<Column>,
  registers: Registers,
  box: Box,
  about: ReadonlyMap<string, string>,
): readonly OfficeRow[] {
  const offices = sheet.rows.map((row, index) => ({
    id: row.raw('编号'),
    kind: row.required('类型', (text) => readChoice(text, KIND_WORDS)) ?? 'living-room',
    name: row.raw('名称'),
    short_name: row.requiredText('简称', 12),
    neighbourhood_id: row.reference('居民区', registers.neighbourhoods),
    address: row.text('地址', 60),
    landmark: row.text('标志物', 40),
    ...readPosition(row, box),
    position_verified: readVerified(row),
    phone: row.optional('电话', readPhone),
    status: row.required('状态', (text) => readChoice(text, STATUS_WORDS)) ?? 'open',
    successor_id: readSuccessor(row, registers.offices),
    about: about.get(row.raw('编号')) ?? null,
    source: row.requiredText('来源', 120),
    verified_on: row.optional('核实日期', readDay),
    sort_order: index + 1,
  }))
  refuseCircles(sheet.rows, offices)
  return offices
}

function readVerified(row: Row): boolean {
  const verified = row.optional('位置已核实', readYesNo) ?? false
  if (verified && row.isEmpty('经度')) row.refuse('位置已核实', '没有经纬度，不能填“是”')
  return verified
}

function readSuccessor(row: Row, offices: Register): string | null {
  const successor = row.reference('接替处', offices)
  if (successor !== null && STATUS_WORDS[row.raw('状态')] === 'open') {
    row.refuse('接替处', `状态是“开放”，就不该有接替处“${row.raw('接替处')}”；搬走了请把状态改成“已搬迁”`)
  }
  return successor
}

/** Whoever follows successors from office to office must arrive somewhere. */
function refuseCircles(rows: readonly Row[], offices: readonly OfficeRow[]): void {
  const successor = new Map(offices.map((office) => [office.id, office.successor_id]))
  offices.forEach((office, index) => {
    const path = [office.id]
    for (let next = office.successor_id; next; next = successor.get(next) ?? null) {
      if (next === office.id) {
        const circle = [...path, next].join(' → ')
        rows[index]?.refuse(
          '接替处',
          `“${rows[index]?.raw('接替处')}”转了一圈又回到这里（${circle}），找不到最后的去处`,
        )
        return
      }
      if (path.includes(next)) return
      path.push(next)
    }
  })
}

/** What is handled where, each pair once. */
export function readOfficeServices(sheet: Sheet<Column>, services: Register): readonly OfficeServiceRow[] {
  return sheet.rows.flatMap((row) => {
    const ids = split(row.raw('服务')).flatMap((word) => {
      const found = services.find(word)
      if ('value' in found) return [found.value]
      row.refuse('服务', found.flaw)
      return []
    })
    return [...new Set(ids)].map((serviceId) => ({ office_id: row.raw('编号'), service_id: serviceId }))
  })
}
