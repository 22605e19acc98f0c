import type { FacilityGroup } from '../../../../core/domain/life-circle/facility'
import { flaw, read, readChoice, readWhole, readYesNo, type Reading } from '../../cells/cell-values'
import type { Sheet, SheetForm } from '../../cells/sheet'
import type { FacilityKindRow } from '../../pack'

export const facilityKindsForm = {
  file: 'facility-kinds.csv',
  columns: ['编号', '名称', '字', '五宜', '目标分钟', '目标已核对', '已收全'],
} as const satisfies SheetForm<string>
type Column = (typeof facilityKindsForm.columns)[number]

export const GROUP_WORDS: Readonly<Record<string, FacilityGroup>> = {
  宜居: 'living',
  宜业: 'working',
  宜游: 'leisure',
  宜学: 'learning',
  宜养: 'care',
}

const [NEAREST_TARGET, FARTHEST_TARGET] = [1, 60]

/** The kinds of the life circle, in the order in which people read them. */
export function readFacilityKinds(sheet: Sheet<Column>): readonly FacilityKindRow[] {
  return sheet.rows.map((row, index) => ({
    id: row.raw('编号'),
    name: row.raw('名称'),
    sign: row.required('字', readSign) ?? '',
    kind_group: row.required('五宜', (text) => readChoice(text, GROUP_WORDS)) ?? 'living',
    target_minutes:
      row.required('目标分钟', (text) => readWhole(text, NEAREST_TARGET, FARTHEST_TARGET)) ?? NEAREST_TARGET,
    target_verified: row.optional('目标已核对', readYesNo) ?? false,
    complete: row.optional('已收全', readYesNo) ?? false,
    sort_order: index + 1,
  }))
}

/** A pin has room for one character. */
function readSign(text: string): Reading<string> {
  return /^[\u4e00-\u9fff]$/.test(text) ? read(text) : flaw(`“${text}”要填一个汉字，地图上用它代表这一类`)
}
