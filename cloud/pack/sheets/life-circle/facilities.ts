import type { AccessAnswer } from '../../../../core/domain/office/office'
import { ACCESS_ANSWERS, STEP_FREE_ANSWERS } from '../../cells/access-answers'
import { readChoice, readDay, readPhone, readYesNo } from '../../cells/cell-values'
import type { Register } from '../../cells/register'
import type { Sheet, SheetForm } from '../../cells/sheet'
import type { SheetRow } from '../../cells/sheet-row'
import type { FacilityRow } from '../../pack'
import { readPosition } from '../position'
import type { Box } from '../settings'

export const facilitiesForm = {
  file: 'facilities.csv',
  columns: [
    '编号',
    '名称',
    '种类',
    '地址',
    '经度',
    '纬度',
    '位置已核实',
    '电话',
    '开放时间',
    '无台阶',
    '坡道',
    '无障碍厕所',
    '来源',
    '核实日期',
  ],
} as const satisfies SheetForm<string>
type Column = (typeof facilitiesForm.columns)[number]
type Row = SheetRow<Column>

interface Registers {
  readonly kinds: Register
  readonly offices: Register
}

/** Places of the life circle other than offices, which come from offices.csv by themselves. */
export function readFacilities(
  sheet: Sheet<Column>,
  { kinds, offices }: Registers,
  box: Box,
): readonly FacilityRow[] {
  return sheet.rows.map((row, index) => {
    const facility = {
      id: row.raw('编号'),
      kind_id: row.requiredReference('种类', kinds),
      name: row.raw('名称'),
      address: row.text('地址', 60),
      ...readPosition(row, box),
      position_verified: row.optional('位置已核实', readYesNo) ?? false,
      phone: row.optional('电话', readPhone),
      hours: row.text('开放时间', 60),
      step_free: row.optional('无台阶', (text) => readChoice(text, STEP_FREE_ANSWERS)) ?? 'unverified',
      ramp: readAnswer(row, '坡道'),
      accessible_toilet: readAnswer(row, '无障碍厕所'),
      source: row.requiredText('来源', 120),
      verified_on: row.optional('核实日期', readDay),
      sort_order: index + 1,
    }
    refuseDoubtful(row, facility, offices)
    return facility
  })
}

/** An empty cell is 未核实: silence never reads as 有. */
const readAnswer = (row: Row, column: Column): AccessAnswer =>
  row.optional(column, (text) => readChoice(text, ACCESS_ANSWERS)) ?? 'unverified'

function refuseDoubtful(row: Row, facility: FacilityRow, offices: Register): void {
  if (facility.position_verified && row.isEmpty('经度')) row.refuse('位置已核实', '没有经纬度，不能填“是”')
  const answers = [facility.step_free, facility.ramp, facility.accessible_toilet]
  if (answers.some((answer) => answer !== 'unverified') && row.isEmpty('核实日期')) {
    row.refuse('核实日期', '填了“是”“否”“有”“没有”，就要写哪天核实的；没核实的请写“未核实”')
  }
  if (offices.has(facility.id)) {
    row.refuse('编号', `offices.csv 里已经有编号“${facility.id}”；会客厅会自动出现在生活圈里，这里不用再写`)
  }
}
