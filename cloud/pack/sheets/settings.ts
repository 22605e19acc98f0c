import { flaw, read, readChoice, readDegrees, readPhone, readText, readWhole } from '../cells/cell-values'
import type { Reading } from '../cells/cell-values'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { SheetRow } from '../cells/sheet-row'
import type { SettingRow } from '../pack'
import type { Note } from '../problem'

export const settingsForm = {
  file: 'settings.csv',
  columns: ['项目', '值', '说明'],
} as const satisfies SheetForm<string>
type Column = (typeof settingsForm.columns)[number]

/** Where positions of this 街道 can lie, in degrees of WGS-84, edges included. */
export interface Box {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

const WORLD: Box = { west: -180, east: 180, south: -90, north: 90 }
/** Degrees; a 街道 is a few hundredths wide, and a larger box would let slips of a digit pass. */
const WIDEST_BOX = 0.5

interface Setting {
  readonly key: string
  readonly mayBeEmpty?: true
  readonly read: (text: string) => Reading<unknown>
}

const KINDS = { 街道: '街道', 镇: '镇' } as const

const words = (text: string): Reading<string> => readText(text, 40)
const edge = (text: string): Reading<number> => readDegrees(text, -180, 180)

/** Every item there can be, by the words of the editor, with its key in the table `setting`. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  街道名称: { key: 'name', read: words },
  类别: { key: 'kind', read: (text) => readChoice(text, KINDS) },
  小程序名称: { key: 'app_name', read: words },
  主办单位: { key: 'organiser', read: words },
  电话: { key: 'phone', mayBeEmpty: true, read: readPhone },
  市民热线: { key: 'hotline', read: readPhone },
  生活圈导则: { key: 'guideline', read: words },
  审图号: { key: 'map_licence', mayBeEmpty: true, read: words },
  即将关门提前分钟: { key: 'closing_soon_minutes', read: (text) => readWhole(text, 5, 120) },
  西边界经度: { key: 'west', read: edge },
  东边界经度: { key: 'east', read: edge },
  南边界纬度: { key: 'south', read: edge },
  北边界纬度: { key: 'north', read: edge },
}

/** One row per item that is known; an empty one has the value ''. */
export function readSettings(sheet: Sheet<Column>, note: Note): { rows: readonly SettingRow[]; box: Box } {
  const rows: SettingRow[] = []
  const seen = new Map<string, SheetRow<Column>>()
  for (const row of sheet.rows) {
    const setting = readItem(row, seen)
    if (!setting) continue
    const value = setting.mayBeEmpty ? row.optional('值', setting.read) : row.required('值', setting.read)
    rows.push({ key: setting.key, value: value === null ? '' : String(value) })
  }
  const missing = Object.keys(SETTINGS).filter((item) => sheet.readable && !seen.has(item))
  for (const item of missing)
    note({ file: settingsForm.file, row: null, column: null, reason: `缺“${item}”这一行` })
  return { rows, box: readBox(rows, seen) }
}

function readItem(row: SheetRow<Column>, seen: Map<string, SheetRow<Column>>): Setting | null {
  const item = row.requiredText('项目', 20)
  if (item === '') return null
  const setting = Object.hasOwn(SETTINGS, item) ? SETTINGS[item] : undefined
  const earlier = seen.get(item)
  const wrong = !setting
    ? flaw(`没有“${item}”这一项；可以有的项目是${Object.keys(SETTINGS).join('、')}`)
    : earlier
      ? flaw(`“${item}”和第 ${earlier.number} 行重复了`)
      : read(setting)
  if ('flaw' in wrong) {
    row.refuse('项目', wrong.flaw)
    return null
  }
  seen.set(item, row)
  return wrong.value
}

function readBox(rows: readonly SettingRow[], seen: ReadonlyMap<string, SheetRow<Column>>): Box {
  const degrees = (key: string): number => Number(rows.find((row) => row.key === key)?.value || Number.NaN)
  const box: Box = {
    west: degrees('west'),
    east: degrees('east'),
    south: degrees('south'),
    north: degrees('north'),
  }
  // Without its own edges no position can be called out of place.
  if (Object.values(box).some(Number.isNaN)) return WORLD
  const sound = isNarrow(box.west, box.east) && isNarrow(box.south, box.north)
  if (sound) return box
  const row = isNarrow(box.west, box.east) ? seen.get('北边界纬度') : seen.get('东边界经度')
  row?.refuse('值', `四条边围不成一个街道：东要大于西、北要大于南，而且相差不超过 ${WIDEST_BOX} 度`)
  return WORLD
}

const isNarrow = (low: number, high: number): boolean => low < high && high - low <= WIDEST_BOX
