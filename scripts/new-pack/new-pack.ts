import { activitiesForm } from '../../cloud/pack/sheets/activities'
import { compoundsForm } from '../../cloud/pack/sheets/compounds'
import { entrancesForm } from '../../cloud/pack/sheets/entrances'
import { hoursForm } from '../../cloud/pack/sheets/hours'
import { hoursExceptionsForm } from '../../cloud/pack/sheets/hours-exceptions'
import { facilitiesForm } from '../../cloud/pack/sheets/life-circle/facilities'
import { facilityKindsForm } from '../../cloud/pack/sheets/life-circle/facility-kinds'
import { neighbourhoodsForm } from '../../cloud/pack/sheets/neighbourhoods'
import { newsForm } from '../../cloud/pack/sheets/news/news'
import { noticesForm } from '../../cloud/pack/sheets/news/notices'
import { wordsForm } from '../../cloud/pack/sheets/news/words'
import { officesForm } from '../../cloud/pack/sheets/offices'
import { servicesForm } from '../../cloud/pack/sheets/services'
import { settingsForm } from '../../cloud/pack/sheets/settings'
import { stallsForm } from '../../cloud/pack/sheets/stalls'

/** What a pack cannot be begun without, in the words of its files. */
export interface PackAnswers {
  /** 青溪镇. */
  readonly name: string
  readonly kind: '街道' | '镇'
  readonly appName: string
  readonly organiser: string
  readonly hotline: string
  /** The document by which goals of the life circle are set there; it is printed as it stands. */
  readonly guideline: string
  /** Degrees of WGS-84, wide enough for what is reached on foot. */
  readonly west: string
  readonly east: string
  readonly south: string
  readonly north: string
  readonly neighbourhoods: readonly string[]
  readonly offices: readonly string[]
}

const FORMS = [
  settingsForm,
  neighbourhoodsForm,
  compoundsForm,
  servicesForm,
  officesForm,
  hoursForm,
  hoursExceptionsForm,
  entrancesForm,
  activitiesForm,
  stallsForm,
  facilityKindsForm,
  facilitiesForm,
  newsForm,
  wordsForm,
  noticesForm,
] as const

const CLOSING_SOON_MINUTES = '30'

/** A cell as spreadsheets write it. */
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One of `columns` by name; all others are empty. */
type Row = Readonly<Record<string, string>>

const sheet = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(cell).join(',')}\n`)
    .join('')

/**
 * The files of a pack that passes its check: what was asked for, and every other table with its columns alone. What
 * nobody has checked yet says so (位置已核实 否, unknown hours), and nothing of any other place is in it.
 * @param kinds rows of 生活圈 kinds as another pack has them; their goals count as unchecked
 */
export function newPack(answers: PackAnswers, kinds: readonly Row[]): ReadonlyMap<string, string> {
  const rows: Readonly<Record<string, readonly Row[]>> = {
    [settingsForm.file]: settingRows(answers),
    [neighbourhoodsForm.file]: answers.neighbourhoods.map((name, index) => ({
      编号: `n-${index + 1}`,
      名称: name,
    })),
    [officesForm.file]: answers.offices.map((name, index) => ({
      编号: `office-${index + 1}`,
      名称: name,
      简称: name.replace(/(?:百姓)?会客厅$/, '') || name,
      类型: '会客厅',
      居民区: answers.neighbourhoods[index] ?? answers.neighbourhoods[0] ?? '',
      位置已核实: '否',
      状态: '开放',
      来源: '新建数据包时填的，待核实',
    })),
    [hoursForm.file]: answers.offices.map((_name, index) => ({
      会客厅: `office-${index + 1}`,
      区域编号: 'main',
      区域名称: '会客厅',
      主区域: '是',
    })),
    [facilityKindsForm.file]: kinds.map((kind) => ({ ...kind, 目标已核对: '否', 已收全: '否' })),
  }
  return new Map(FORMS.map(({ file, columns }) => [file, sheet(columns, rows[file] ?? [])]))
}

const settingRows = (answers: PackAnswers): readonly Row[] =>
  [
    ['街道名称', answers.name],
    ['类别', answers.kind],
    ['小程序名称', answers.appName],
    ['主办单位', answers.organiser],
    ['电话', '', '核实用的电话'],
    ['市民热线', answers.hotline],
    ['生活圈导则', answers.guideline, '生活圈的目标分钟照它写'],
    ['审图号', '', '拿到审图号以前地图上写“示意”'],
    ['即将关门提前分钟', CLOSING_SOON_MINUTES, '关门前多少分钟起显示“即将关门”'],
    ['西边界经度', answers.west, '四条边容得下走得到的地方；坐标一律是 WGS-84，不是高德、腾讯、百度的坐标'],
    ['东边界经度', answers.east],
    ['南边界纬度', answers.south],
    ['北边界纬度', answers.north],
  ].map(([item = '', value = '', says = '']) => ({ 项目: item, 值: value, 说明: says }))
