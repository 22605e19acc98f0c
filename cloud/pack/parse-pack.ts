import type { OpeningZone } from '../../core/domain/office/office'
import { holidayOn } from '../gateways/holiday-calendar'
import { readArticleFiles, type ArticleFile } from './article/files'
import { adviceAnywhere, adviceFor, endingOf } from './cells/file-kinds'
import type { Register } from './cells/register'
import { registerOf } from './cells/register'
import { readSheet } from './cells/sheet'
import type { Sheet, SheetForm } from './cells/sheet'
import type { ArticleFileRow, HoursExceptionRow, Pack, PackFiles, PackReading } from './pack'
import { inReadingOrder } from './problem'
import type { Note, Problem } from './problem'
import { isAbout, readAbout } from './sheets/about'
import { activitiesForm, readActivities } from './sheets/activities'
import { compoundsForm, readCompounds } from './sheets/compounds'
import { entrancesForm, readEntrances } from './sheets/entrances'
import { facilitiesForm, readFacilities } from './sheets/life-circle/facilities'
import { facilityKindsForm, readFacilityKinds } from './sheets/life-circle/facility-kinds'
import { hoursForm, readHours, type Hours } from './sheets/hours'
import { hoursExceptionsForm, readHoursExceptions } from './sheets/hours-exceptions'
import { neighbourhoodsForm, readNeighbourhoods } from './sheets/neighbourhoods'
import { goneOffices, officesForm, readOffices, readOfficeServices } from './sheets/offices'
import { isNewsFile, newsForm, readNews } from './sheets/news/news'
import { noticesForm, readNotices } from './sheets/news/notices'
import { readWords, wordsForm, wordsToMark } from './sheets/news/words'
import { readServices, servicesForm } from './sheets/services'
import { readSettings, settingsForm } from './sheets/settings'
import { readStalls, stallsForm } from './sheets/stalls'
import { readStreets, STREET_FILES } from './sheets/life-circle/streets'

export const FORMS: readonly SheetForm<string>[] = [
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
  noticesForm,
  wordsForm,
]

/** Notes for people, which the app does not read. */
const NOTES = new Set(['README.md', '说明.md'])

/**
 * Turns the files of a pack into rows, or into every problem they have, in reading order.
 * Never throws for what the files hold.
 */
export function parsePack(files: PackFiles): PackReading {
  const problems: Problem[] = []
  const note: Note = (problem) => problems.push(problem)
  refuseStrangers(files, note)
  const pack = readAll(files, note)
  return problems.length > 0 ? { ok: false, problems: inReadingOrder(problems) } : { ok: true, pack }
}

function readAll(files: PackFiles, note: Note): Pack {
  const { rows: settings, box } = readSettings(readSheet(files, settingsForm, note), note)
  const neighbourhoodSheet = readSheet(files, neighbourhoodsForm, note)
  const compoundSheet = readSheet(files, compoundsForm, note)
  const serviceSheet = readSheet(files, servicesForm, note)
  const officeSheet = readSheet(files, officesForm, note)
  const registers = {
    neighbourhoods: enter(neighbourhoodSheet, neighbourhoodsForm.file, '居民区', note),
    services: registerOf(serviceSheet, servicesForm.file, '服务'),
    offices: enter(officeSheet, officesForm.file, '会客厅或服务点', note),
  }
  const activitySheet = readSheet(files, activitiesForm, note)
  const activityRegister = registerOf(activitySheet, activitiesForm.file, '活动')
  const compounds = registerOf(compoundSheet, compoundsForm.file, '小区')
  const kindSheet = readSheet(files, facilityKindsForm, note)
  const kinds = registerOf(kindSheet, facilityKindsForm.file, '种类')
  const facilitySheet = readSheet(files, facilitiesForm, note)
  registerOf(facilitySheet, facilitiesForm.file, '设施')
  const about = readAbout(files, registers.offices, note)
  const offices = readOffices(officeSheet, registers, box, about)
  const hoursSheet = readSheet(files, hoursForm, note)
  const hours = readHours(hoursSheet, registers.offices, offices)
  const zones = hoursSheet.readable ? hours.zones : null
  const exceptions = readHoursExceptions(
    readSheet(files, hoursExceptionsForm, note),
    registers.offices,
    zones,
  )
  const activities = readActivities(activitySheet, {
    activities: activityRegister,
    offices: registers.offices,
    zones: hoursSheet.readable ? mainZones(hours, exceptions) : new Map(),
    holidayOn,
  })
  const wordSheet = readSheet(files, wordsForm, note)
  registerOf(wordSheet, wordsForm.file, '词')
  const words = readWords(wordSheet)
  const articleFiles = readArticleFiles(files, note)
  return {
    settings,
    neighbourhoods: readNeighbourhoods(neighbourhoodSheet, registers.offices, goneOffices(officeSheet)),
    compounds: readCompounds(compoundSheet, registers.neighbourhoods, box),
    services: readServices(serviceSheet),
    offices,
    officeServices: readOfficeServices(officeSheet, registers.services),
    ...hours,
    exceptions,
    entrances: readEntrances(readSheet(files, entrancesForm, note), registers.offices, box),
    activities,
    stalls: readStalls(readSheet(files, stallsForm, note), activityRegister, activities),
    facilityKinds: readFacilityKinds(kindSheet),
    facilities: readFacilities(facilitySheet, { kinds, offices: registers.offices }, box),
    articles: readNews(readSheet(files, newsForm, note), {
      files,
      places: { office: registers.offices, activity: activityRegister, compound: compounds },
      articleFiles,
      words: wordsToMark(words),
      note,
    }),
    articleFiles: fileRows(articleFiles),
    words,
    notices: readNotices(readSheet(files, noticesForm, note)),
    streets: readStreets(files, box, note),
  }
}

/** The zone that answers for each office, with its week and its single days. */
function mainZones(
  { zones, hours }: Hours,
  exceptions: readonly HoursExceptionRow[],
): ReadonlyMap<string, OpeningZone> {
  const main = zones.filter((zone) => zone.main)
  return new Map(
    main.map((zone) => {
      const isOwn = (row: { office_id: string; zone_id: string }): boolean =>
        row.office_id === zone.office_id && row.zone_id === zone.id
      const own = hours.filter(isOwn)
      const week = [1, 2, 3, 4, 5, 6, 7].map((day) =>
        own.filter(({ weekday }) => weekday === day).map((row) => [row.from_minute, row.to_minute] as const),
      )
      return [
        zone.office_id,
        {
          id: zone.id,
          name: zone.name,
          main: true,
          alwaysOpen: zone.always_open,
          weekly: zone.hours_known ? week : null,
          opensOnHolidays: zone.opens_on_holidays,
          exceptions: exceptions.filter(isOwn),
        },
      ]
    }),
  )
}

/** The same content under two names is kept once. */
function fileRows(files: ReadonlyMap<string, ArticleFile>): readonly ArticleFileRow[] {
  const byName = new Map([...files.values()].map((file) => [file.name, file]))
  return [...byName.values()].map(({ name, mediaType, bytes }) => ({
    name,
    media_type: mediaType,
    content: `\\x${Buffer.from(bytes).toString('hex')}`,
  }))
}

/** A 街道 without a single neighbourhood or office is an emptied file, not a 街道. */
function enter(sheet: Sheet<'编号' | '名称'>, file: string, thing: string, note: Note): Register {
  if (sheet.readable && sheet.rows.length === 0) {
    note({ file, row: null, column: null, reason: `除了列名一行也没有，至少要有一个${thing}` })
  }
  return registerOf(sheet, file, thing)
}

function refuseStrangers(files: PackFiles, note: Note): void {
  const known: readonly string[] = FORMS.map((form) => form.file)
  for (const file of files.keys()) {
    if (known.includes(file) || NOTES.has(file) || STREET_FILES.includes(file)) continue
    if (isAbout(file) || isNewsFile(file)) continue
    const reason = reasonFor(file, known)
    note({ file, row: null, column: null, reason })
  }
}

function reasonFor(file: string, known: readonly string[]): string {
  const name = file.replace(/^.*\//, '')
  const isBeside = /^news\/[^/]+$/.test(file)
  const advice = adviceAnywhere(file) ?? (isBeside ? adviceFor(file) : null)
  if (advice !== null) return advice
  const picture = /^(?:jpe?g?|jfif|png|heic|heif|webp|gif|bmp)$/.test(endingOf(file))
  if (picture && !isBeside) return '图片要放在 news 文件夹里，.jpg 或 .png，由一篇新闻用到它'
  if (/^(?:xlsx?|et|numbers|ods)$/.test(endingOf(file)))
    return '这是表格工作簿，小程序读不了；请另存为“CSV UTF-8（逗号分隔）”，再把它移出数据包'
  const twin = known.find((one) => isCopyOf(name, one))
  if (twin !== undefined) return `看着是 ${twin} 的副本或改了名；要用它就把名字改成 ${twin}，不用就移出数据包`
  const folder = /^(?:about|news)(?=\/[^/]+$)/.exec(file)?.[0]
  if (folder === 'about') return 'about 里只放会客厅的介绍；请把文字复制到记事本里，存成 about/编号.md'
  if (folder === 'news')
    return '新闻里只能放 .md 的正文、.jpg 和 .png 的图、.pdf、.docx 和 .xlsx 的文件；请移出数据包'
  return `数据包里没有这个文件的位置；可以有的是 ${[...known, ...STREET_FILES].join('、')}、about/编号.md、news/编号.md 和 news 里的图片、文件`
}

/** Offices.CSV, offices.txt, offices (1).csv, offices - 副本.csv, offices_20261201.csv, old/offices.csv. */
function isCopyOf(name: string, known: string): boolean {
  const stem = known.replace(/\.csv$/, '')
  const rest = name.toLowerCase().startsWith(stem) ? name.slice(stem.length) : null
  return (
    rest !== null &&
    /^(?:[ _-]*(?:[(（]?\d+[)）]?|副本|复制|copy|备份|旧|新|最终版?).*)?\.(?:csv|txt)$/i.test(rest)
  )
}
