import type { AccessAnswer } from '../../../core/domain/office/office'
import { ACCESS_ANSWERS, STEP_FREE_ANSWERS } from '../cells/access-answers'
import { readChoice, readDay, readId, readWhole } from '../cells/cell-values'
import type { Register } from '../cells/register'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { SheetRow } from '../cells/sheet-row'
import type { EntranceRow } from '../pack'
import { readPosition } from './position'
import type { Box } from './settings'

export const entrancesForm = {
  file: 'entrances.csv',
  columns: [
    '会客厅',
    '编号',
    '名称',
    '经度',
    '纬度',
    '无台阶',
    '坡道',
    '电梯',
    '无障碍厕所',
    '助听设备',
    '门宽厘米',
    '核实日期',
  ],
} as const satisfies SheetForm<string>
type Column = (typeof entrancesForm.columns)[number]
type Row = SheetRow<Column>

/** Narrower than a cat's door or wider than a garage's is a slip, or was not measured in centimetres. */
const [NARROWEST_DOOR, WIDEST_DOOR] = [40, 500]

export function readEntrances(sheet: Sheet<Column>, offices: Register, box: Box): readonly EntranceRow[] {
  const seen = new Map<string, number>()
  return sheet.rows.map((row, index) => {
    const officeId = row.requiredReference('会客厅', offices)
    const id = row.required('编号', readId) ?? ''
    refuseRepeated(row, `${officeId} ${id}`, seen, officeId !== '' && id !== '')
    const entrance = {
      office_id: officeId,
      id,
      name: row.requiredText('名称', 20),
      ...readPosition(row, box),
      step_free: row.optional('无台阶', (text) => readChoice(text, STEP_FREE_ANSWERS)) ?? 'unverified',
      ramp: readAnswer(row, '坡道'),
      lift: readAnswer(row, '电梯'),
      accessible_toilet: readAnswer(row, '无障碍厕所'),
      hearing_loop: readAnswer(row, '助听设备'),
      door_width_cm: row.optional('门宽厘米', (text) => readWhole(text, NARROWEST_DOOR, WIDEST_DOOR)),
      verified_on: row.optional('核实日期', readDay),
      sort_order: index + 1,
    }
    refuseUndated(row, entrance)
    return entrance
  })
}

/** An empty cell is 未核实: silence never reads as 有. */
const readAnswer = (row: Row, column: Column): AccessAnswer =>
  row.optional(column, (text) => readChoice(text, ACCESS_ANSWERS)) ?? 'unverified'

/** Whoever says 有 or 没有 has been there on some day. */
function refuseUndated(row: Row, entrance: EntranceRow): void {
  const answers = [
    entrance.step_free,
    entrance.ramp,
    entrance.lift,
    entrance.accessible_toilet,
    entrance.hearing_loop,
  ]
  const answered = answers.some((answer) => answer !== 'unverified') || entrance.door_width_cm !== null
  if (answered && row.isEmpty('核实日期')) {
    row.refuse('核实日期', '填了“有”“没有”或门宽，就要写哪天核实的；没核实的请写“未核实”')
  }
}

function refuseRepeated(row: Row, key: string, seen: Map<string, number>, whole: boolean): void {
  const earlier = seen.get(key)
  if (whole && earlier !== undefined)
    row.refuse('编号', `“${row.raw('编号')}”和第 ${earlier} 行重复了，同一处的入口编号要不同`)
  else seen.set(key, row.number)
}
