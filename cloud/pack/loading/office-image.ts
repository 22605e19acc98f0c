import { clockText } from '../../../core/kernel/shanghai-time'
import type { EntranceRow, HoursRow, OfficeRow, Pack, ZoneRow } from '../pack'
import { HEADINGS, KIND_WORDS, STATUS_WORDS, type ComparedColumn } from '../sheets/offices'

export type OfficeParts = Pick<Pack, 'offices' | 'officeServices' | 'zones' | 'hours' | 'entrances'>

/** All that is known of an office, as text by the column names of the editor: made to be compared and to be read. */
type OfficeImage = ReadonlyMap<string, string>

const WORDS = new Map<unknown, string>([
  ...Object.entries({ ...KIND_WORDS, ...STATUS_WORDS }).map(([word, code]): [unknown, string] => [
    code,
    word,
  ]),
  [true, '是'],
  [false, '否'],
  [null, ''],
  ['yes', '有'],
  ['no', '没有'],
  ['unverified', '未核实'],
])

const inWords = (value: unknown): string => WORDS.get(value) ?? String(value)

/** One image per office, by its id. */
export function officeImages(parts: OfficeParts): ReadonlyMap<string, OfficeImage> {
  return new Map(parts.offices.map((office) => [office.id, imageOf(office, parts)]))
}

function imageOf(office: OfficeRow, parts: OfficeParts): OfficeImage {
  const ownOf = <Row extends { readonly office_id: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.office_id === office.id)
  const columns = Object.keys(HEADINGS) as ComparedColumn[]
  const fields = columns.map((column): [string, string] => [HEADINGS[column], inWords(office[column])])
  return new Map([
    ...fields,
    [
      '服务',
      ownOf(parts.officeServices)
        .map((row) => row.service_id)
        .sort()
        .join('、'),
    ],
    ['开放时间', zonesText(ownOf(parts.zones), ownOf(parts.hours))],
    ['出入口', entrancesText(ownOf(parts.entrances))],
  ])
}

const bySortOrder = <Row extends { readonly sort_order: number; readonly id: string }>(
  rows: readonly Row[],
) => [...rows].sort((one, other) => one.sort_order - other.sort_order || one.id.localeCompare(other.id, 'en'))

const zonesText = (zones: readonly ZoneRow[], hours: readonly HoursRow[]): string =>
  bySortOrder(zones)
    .map((zone) => `${zone.name}${zone.main ? '（主区域）' : ''}${weekText(zone, hours)}`)
    .join('；')

function weekText(zone: ZoneRow, hours: readonly HoursRow[]): string {
  const holidays = zone.opens_on_holidays ? '，节假日照常' : ''
  if (zone.always_open) return `24小时${holidays}`
  if (!zone.hours_known) return '待核实'
  const days = [...'一二三四五六日'].map((name, index) => {
    const own = hours
      .filter((row) => row.zone_id === zone.id && row.weekday === index + 1)
      .sort((one, other) => one.from_minute - other.from_minute)
      .map((row) => `${clockText(row.from_minute)}-${clockText(row.to_minute)}`)
    return `周${name} ${own.join(' ') || '休息'}`
  })
  return `${days.join('，')}${holidays}`
}

const entrancesText = (entrances: readonly EntranceRow[]): string =>
  bySortOrder(entrances)
    .map((entrance) =>
      [
        entrance.name,
        `无台阶${inWords(entrance.step_free)}`,
        `坡道${inWords(entrance.ramp)}`,
        `电梯${inWords(entrance.lift)}`,
        `无障碍厕所${inWords(entrance.accessible_toilet)}`,
        `助听${inWords(entrance.hearing_loop)}`,
        `门宽${entrance.door_width_cm ?? ''}`,
        `位置${entrance.longitude ?? ''} ${entrance.latitude ?? ''}`,
        `核实${entrance.verified_on ?? ''}`,
      ].join(' '),
    )
    .join('；')
