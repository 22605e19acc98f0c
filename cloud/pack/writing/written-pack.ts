import { COLUMN_NAMES, type Block } from '../../../core/domain/news/article'
import { TOPIC_NAMES } from '../../../core/domain/activity/activity'
import {
  addDays,
  clockText,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
  type ShanghaiDay,
} from '../../../core/kernel/shanghai-time'
import type { OpeningInterval } from '../../../core/domain/office/office'
import { PICTURE_WORDS } from '../article/pictures'
import { ACCESS_ANSWERS, STEP_FREE_ANSWERS } from '../cells/access-answers'
import type { SheetForm } from '../cells/sheet'
import type { ActivityRow, Pack, PackFiles } from '../pack'
import { ACTIVITY_KIND_WORDS, activitiesForm } from '../sheets/activities'
import { compoundsForm } from '../sheets/compounds'
import { entrancesForm } from '../sheets/entrances'
import { hoursForm, WEEKDAYS } from '../sheets/hours'
import { hoursExceptionsForm } from '../sheets/hours-exceptions'
import { facilitiesForm } from '../sheets/life-circle/facilities'
import { facilityKindsForm, GROUP_WORDS } from '../sheets/life-circle/facility-kinds'
import { neighbourhoodsForm } from '../sheets/neighbourhoods'
import { newsForm } from '../sheets/news/news'
import { noticesForm } from '../sheets/news/notices'
import { wordsForm } from '../sheets/news/words'
import { KIND_WORDS, officesForm, STATUS_WORDS } from '../sheets/offices'
import { servicesForm } from '../sheets/services'
import { SETTINGS, settingsForm } from '../sheets/settings'
import { stallsForm } from '../sheets/stalls'
import { articleText, asItIs, type Writing } from './article-text'

/** A table of the pack, each cell as its editor would have written it. */
export interface WrittenSheet {
  readonly file: string
  readonly columns: readonly string[]
  /** By which columns a row is known again. */
  readonly key: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

const written = <Column extends string>(
  form: SheetForm<Column>,
  key: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): WrittenSheet => ({ file: form.file, columns: form.columns, key, rows })

const wordFor = <Code>(words: Readonly<Record<string, Code>>, code: Code): string =>
  Object.entries(words).find(([, own]) => own === code)?.[0] ?? ''
const yesNo = (value: boolean): string => (value ? '是' : '否')
const cell = (value: string | number | null): string => (value === null ? '' : String(value))

/** Every table of the pack. */
export function writeSheets(pack: Pack): readonly WrittenSheet[] {
  return [
    written(
      settingsForm,
      ['项目'],
      Object.entries(SETTINGS).map(([item, { key }]) => ({
        项目: item,
        值: pack.settings.find((row) => row.key === key)?.value ?? '',
        说明: '',
      })),
    ),
    written(
      neighbourhoodsForm,
      ['编号'],
      pack.neighbourhoods.map((row) => ({
        编号: row.id,
        名称: row.name,
        会客厅: cell(row.office_id),
        电话: cell(row.phone),
      })),
    ),
    written(
      compoundsForm,
      ['编号'],
      pack.compounds.map((row) => ({
        编号: row.id,
        名称: row.name,
        居民区: cell(row.neighbourhood_id),
        归属已核实: yesNo(row.neighbourhood_verified),
        经度: cell(row.longitude),
        纬度: cell(row.latitude),
        位置已核实: yesNo(row.position_verified),
        微网格联系人: cell(row.grid_contact),
        微网格电话: cell(row.grid_phone),
        来源: cell(row.source),
      })),
    ),
    written(
      servicesForm,
      ['编号'],
      pack.services.map((row) => ({
        编号: row.id,
        名称: row.name,
        别名: row.also_called.join('、'),
        说明: cell(row.description),
      })),
    ),
    ...writeOffices(pack),
    ...writeActivities(pack),
    ...writeLifeCircle(pack),
    ...writeNews(pack),
  ]
}

function writeOffices(pack: Pack): readonly WrittenSheet[] {
  const servicesOf = (officeId: string): string =>
    pack.officeServices
      .filter((row) => row.office_id === officeId)
      .map((row) => row.service_id)
      .join('、')
  const openings = (intervals: readonly OpeningInterval[]): string =>
    intervals.map(([from, to]) => `${clockText(from)}-${clockText(to)}`).join(' ') || '休息'
  const isMain = new Set(pack.zones.filter(({ main }) => main).map((zone) => `${zone.office_id} ${zone.id}`))
  return [
    written(
      officesForm,
      ['编号'],
      pack.offices.map((row) => ({
        编号: row.id,
        名称: row.name,
        简称: row.short_name,
        类型: wordFor(KIND_WORDS, row.kind),
        居民区: cell(row.neighbourhood_id),
        地址: cell(row.address),
        标志物: cell(row.landmark),
        经度: cell(row.longitude),
        纬度: cell(row.latitude),
        位置已核实: yesNo(row.position_verified),
        电话: cell(row.phone),
        状态: wordFor(STATUS_WORDS, row.status),
        接替处: cell(row.successor_id),
        服务: servicesOf(row.id),
        来源: cell(row.source),
        核实日期: cell(row.verified_on),
      })),
    ),
    written(
      hoursForm,
      ['会客厅', '区域编号'],
      pack.zones.map((zone) => {
        const own = pack.hours.filter((row) => row.office_id === zone.office_id && row.zone_id === zone.id)
        const day = (weekday: number): string =>
          zone.always_open || !zone.hours_known
            ? ''
            : openings(
                own
                  .filter((row) => row.weekday === weekday)
                  .map((row) => [row.from_minute, row.to_minute] as const)
                  .sort(([one], [other]) => one - other),
              )
        return {
          会客厅: zone.office_id,
          区域编号: zone.id,
          区域名称: zone.name,
          主区域: yesNo(zone.main),
          全天24小时: yesNo(zone.always_open),
          节假日照常: yesNo(zone.opens_on_holidays),
          ...(Object.fromEntries(WEEKDAYS.map((name, index) => [name, day(index + 1)])) as Record<
            (typeof WEEKDAYS)[number],
            string
          >),
        }
      }),
    ),
    written(
      hoursExceptionsForm,
      ['会客厅', '区域编号', '日期'],
      pack.exceptions.map((row) => ({
        会客厅: row.office_id,
        区域编号: isMain.has(`${row.office_id} ${row.zone_id}`) ? '' : row.zone_id,
        日期: row.day,
        时间: openings(row.intervals),
        说明: cell(row.note),
      })),
    ),
    written(
      entrancesForm,
      ['会客厅', '编号'],
      pack.entrances.map((row) => ({
        会客厅: row.office_id,
        编号: row.id,
        名称: row.name,
        经度: cell(row.longitude),
        纬度: cell(row.latitude),
        无台阶: wordFor(STEP_FREE_ANSWERS, row.step_free),
        坡道: wordFor(ACCESS_ANSWERS, row.ramp),
        电梯: wordFor(ACCESS_ANSWERS, row.lift),
        无障碍厕所: wordFor(ACCESS_ANSWERS, row.accessible_toilet),
        助听设备: wordFor(ACCESS_ANSWERS, row.hearing_loop),
        门宽厘米: cell(row.door_width_cm),
        核实日期: cell(row.verified_on),
      })),
    ),
  ]
}

/** Dates of one series that say the same are one row; others stand for themselves and are no part of it any more. */
function writeActivities({ activities, stalls }: Pack): readonly WrittenSheet[] {
  const groups = new Map<string, ActivityRow[]>()
  const rowIds = new Map<string, string>()
  for (const row of activities) {
    const alike = groups.get(`${row.series_id ?? row.id} ${sameness(row)}`)
    if (row.series_id !== null && alike !== undefined) alike.push(row)
    else groups.set(`${row.series_id ?? row.id} ${sameness(row)}`, [row])
  }
  const taken = new Set<string>()
  const lines = [...groups.values()].map((dates) => {
    const [first] = dates
    if (first === undefined) throw new Error('a group of dates without a date')
    const isSeries = first.series_id !== null && dates.length > 1 && !taken.has(first.series_id)
    const id = isSeries ? (first.series_id ?? first.id) : first.id
    taken.add(id)
    return (isSeries ? [dates] : dates.map((date) => [date])).map((own) => {
      const [begin = first] = own
      const rowId = isSeries ? id : begin.id
      for (const date of own) rowIds.set(date.id, rowId)
      return { rowId, dates: own, first: begin }
    })
  })
  const rows = lines.flat()
  return [
    written(
      activitiesForm,
      ['编号'],
      rows.map(({ rowId, dates, first }) => ({
        编号: rowId,
        名称: first.title,
        类型: wordFor(ACTIVITY_KIND_WORDS, first.kind),
        属于: first.part_of === null ? '' : (rowIds.get(first.part_of) ?? ''),
        主题: TOPIC_NAMES[first.topic],
        主办: cell(first.host),
        地点: first.place,
        会客厅: cell(first.office_id),
        日期: dayOf(first),
        时间: `${clockText(minuteOfDay(parseInstant(first.starts_at)))}-${endText(first)}`,
        每周至: dates.length > 1 ? dayOf(dates.at(-1) ?? first) : '',
        不办的日子: missingWeeks(dates).join('、'),
        // It is in the pack, so its office's days off were thought of.
        休息日照办: first.office_id === null ? '' : '是',
        名额: cell(first.capacity),
        候补上限: cell(first.waitlist_limit),
        适合: cell(first.for_whom),
        最小年龄: cell(first.min_age),
        最大年龄: cell(first.max_age),
        带什么: cell(first.bring),
        介绍: cell(first.about),
        厕所: wordFor(ACCESS_ANSWERS, first.toilet),
        母婴室: wordFor(ACCESS_ANSWERS, first.baby_room),
        饮水: wordFor(ACCESS_ANSWERS, first.drinking_water),
        服务台电话: cell(first.service_phone),
        示例: yesNo(first.sample),
      })),
    ),
    written(
      stallsForm,
      ['活动', '摊位号'],
      rows.flatMap(({ rowId, first }) =>
        stalls
          .filter(({ activity_id }) => activity_id === first.id)
          .map((row) => ({ 活动: rowId, 摊位号: row.number, 类别: row.kind, 名称: cell(row.name) })),
      ),
    ),
  ]
}

const dayOf = ({ starts_at }: ActivityRow): ShanghaiDay => shanghaiDay(parseInstant(starts_at))

function endText({ starts_at, ends_at }: ActivityRow): string {
  const isMidnight = minuteOfDay(parseInstant(ends_at)) === 0 && ends_at > starts_at
  return isMidnight ? '24:00' : clockText(minuteOfDay(parseInstant(ends_at)))
}

/** All that the dates of one row share; a workshop's whole counts by its series. */
function sameness({
  id: _id,
  part_of,
  series_day: _day,
  starts_at,
  ends_at,
  ...shared
}: ActivityRow): string {
  const [from, to] = [minuteOfDay(parseInstant(starts_at)), minuteOfDay(parseInstant(ends_at))]
  const whole = part_of === null ? null : part_of.replace(/-\d{8}$/, '')
  const weekday = new Date(parseInstant(starts_at) + 8 * 3_600_000).getUTCDay()
  return JSON.stringify([shared, whole, from, to, weekday])
}

function missingWeeks(dates: readonly ActivityRow[]): readonly string[] {
  const days = new Set(dates.map(dayOf))
  const [first, last] = [dayOf(dates[0] as ActivityRow), dayOf(dates.at(-1) as ActivityRow)]
  const missing: string[] = []
  for (let day = first; day < last; day = addDays(day, 7)) if (!days.has(day)) missing.push(day)
  return missing
}

function writeLifeCircle(pack: Pack): readonly WrittenSheet[] {
  return [
    written(
      facilityKindsForm,
      ['编号'],
      pack.facilityKinds.map((row) => ({
        编号: row.id,
        名称: row.name,
        字: row.sign,
        五宜: wordFor(GROUP_WORDS, row.kind_group),
        目标分钟: cell(row.target_minutes),
        目标已核对: yesNo(row.target_verified),
        已收全: yesNo(row.complete),
      })),
    ),
    written(
      facilitiesForm,
      ['编号'],
      pack.facilities.map((row) => ({
        编号: row.id,
        名称: row.name,
        种类: row.kind_id,
        地址: cell(row.address),
        经度: cell(row.longitude),
        纬度: cell(row.latitude),
        位置已核实: yesNo(row.position_verified),
        电话: cell(row.phone),
        开放时间: cell(row.hours),
        无台阶: wordFor(STEP_FREE_ANSWERS, row.step_free),
        坡道: wordFor(ACCESS_ANSWERS, row.ramp),
        无障碍厕所: wordFor(ACCESS_ANSWERS, row.accessible_toilet),
        来源: cell(row.source),
        核实日期: cell(row.verified_on),
      })),
    ),
  ]
}

function writeNews(pack: Pack): readonly WrittenSheet[] {
  const moment = (iso: string): string => {
    const at = parseInstant(iso)
    return `${shanghaiDay(at)} ${clockText(minuteOfDay(at))}`
  }
  return [
    written(
      newsForm,
      ['编号'],
      pack.articles.map((row) => ({
        编号: row.id,
        标题: row.title,
        栏目: COLUMN_NAMES[row.news_column],
        日期: row.published_on,
        来源: row.source,
        图: row.picture === null ? '' : wordFor(PICTURE_WORDS, row.picture),
        摘要: row.summary,
      })),
    ),
    written(
      noticesForm,
      ['编号'],
      pack.notices.map((row) => ({
        编号: row.id,
        标题: row.title,
        内容: row.body,
        开始: moment(row.from_at),
        结束: moment(row.until_at),
      })),
    ),
    written(
      wordsForm,
      ['编号'],
      pack.words.map((row) => ({
        编号: row.id,
        名称: row.name,
        别名: row.also_called.join('、'),
        解释: row.explanation,
        来源: row.source,
      })),
    ),
  ]
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Excel takes a file without its mark for the old Chinese encoding. */
const MARK = '\ufeff'

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)

const csvOf = ({ columns, rows }: WrittenSheet): string =>
  MARK +
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('')

/** The folder of a pack: tables, texts, what articles show, streets. */
export function writeFiles(
  pack: Pack,
  writing: (articleOrOffice: string) => Writing = () => asItIs,
): PackFiles {
  const files = new Map<string, Uint8Array>()
  for (const sheet of writeSheets(pack)) files.set(sheet.file, bytesOf(csvOf(sheet)))
  for (const { id, about } of pack.offices)
    if (about !== null) files.set(aboutFile(id), bytesOf(`${writing(aboutFile(id))(about)}\n`))
  for (const { id, blocks } of pack.articles)
    files.set(articleFile(id), bytesOf(articleText(blocks as readonly Block[], writing(articleFile(id)))))
  for (const { name, content } of pack.articleFiles) files.set(`news/${name}`, fromBytea(content))
  if (pack.streets !== null) files.set('streets.graph', fromBytea(pack.streets.form))
  return files
}

export const aboutFile = (officeId: string): string => `about/${officeId}.md`
export const articleFile = (id: string): string => `news/${id}.md`

/** `\\x…` as PostgreSQL writes bytes. */
const fromBytea = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
