import type { ShanghaiDay } from '../kernel/shanghai-time'
import { isSettled, refused, said, type Cell, type Dropped } from './cell'
import type { GridRow } from './grid'
import { phoneCell } from './phones'
import { sayTrace, traceOf } from './spreadsheet'
import { countCell, dayAtStart, tidy, timesIn } from './values'

export interface ActivityLine {
  /** In what was pasted, from 1. */
  readonly line: number
  readonly title: Cell<string>
  readonly day: Cell<ShanghaiDay>
  /** Minutes of the day. */
  readonly from: Cell<number>
  readonly to: Cell<number>
  readonly place: Cell<string>
  readonly capacity: Cell<number>
  readonly phone: Cell<string>
}

export interface ActivityTable {
  readonly rows: readonly ActivityLine[]
  readonly dropped: readonly Dropped[]
  /** Columns that nobody knows what to do with, by their heads. */
  readonly unread: readonly string[]
  readonly mayBeSaved: boolean
}

type Role = 'title' | 'day' | 'start' | 'end' | 'time' | 'place' | 'capacity' | 'phone' | 'index'
const HEADS: readonly (readonly [Role, RegExp])[] = [
  ['index', /^(?:序号|序|no\.?)$/i],
  ['title', /^(?:活动|活动名称|名称|主题|课程|课程名称|内容|项目)$/],
  ['start', /^(?:开始|开始时间|起|从)$/],
  ['end', /^(?:结束|结束时间|止|到)$/],
  ['day', /^(?:日期|活动日期|哪天)$/],
  ['time', /^(?:时间|活动时间|时段|几点)$/],
  ['place', /^(?:地点|活动地点|场地|在哪里)$/],
  ['capacity', /^(?:名额|人数|限额|限报人数|人数上限)$/],
  ['phone', /^(?:.*电话|联系方式|手机)$/],
]
const roleOf = (head: string): Role | null => HEADS.find(([, pattern]) => pattern.test(head))?.[0] ?? null

/** Activities of a table with a row of names above them. `today` says of which year a day is. */
export function readActivityGrid(
  grid: readonly GridRow[],
  today: ShanghaiDay,
  areaCode: string,
): ActivityTable {
  const headAt = grid.findIndex(
    ({ cells }) => cells.filter(({ text }) => roleOf(tidy(text)) !== null).length >= 2,
  )
  const heads = (grid[headAt]?.cells ?? []).map(({ text }) => tidy(text))
  const roles = heads.map(roleOf)
  const dropped: Dropped[] = []
  const rows: ActivityLine[] = []
  grid.forEach((row, at) => {
    const text = row.cells
      .map((cell) => tidy(cell.text))
      .filter(Boolean)
      .join(' ')
    if (text === '') return
    if (at <= headAt) dropped.push({ line: row.line, text, why: at === headAt ? '列名' : '标题' })
    else if (/^(?:合计|总计|共计|小计)/.test(text)) dropped.push({ line: row.line, text, why: '合计' })
    else rows.push(activityLine(row, roles, today, areaCode))
  })
  const unread = heads.filter((head, at) => head !== '' && roles[at] === null)
  const settled = ({ title, day, from, to, place, capacity, phone }: ActivityLine): boolean =>
    isSettled([title, day, from, to, place, capacity, phone])
  return { rows, dropped, unread, mayBeSaved: headAt >= 0 && rows.length > 0 && rows.every(settled) }
}

function activityLine(
  { line, cells }: GridRow,
  roles: readonly (Role | null)[],
  today: ShanghaiDay,
  areaCode: string,
): ActivityLine {
  const textOf = (role: Role): string => tidy(cells[roles.indexOf(role)]?.text ?? '')
  const title = textOf('title')
  const trace = traceOf(title, 'text')
  return {
    line,
    title:
      trace !== null ? refused(sayTrace(title, trace)) : title === '' ? refused('没有写活动') : said(title),
    ...whenOf([textOf('day'), textOf('start'), textOf('time')], textOf('end'), today),
    place: said(textOf('place') || null),
    capacity: countCell(textOf('capacity')),
    phone: phoneCell(textOf('phone'), areaCode),
  }
}

const MISSING_TIME = '没有写几点'

/** The day and the hours, in whichever of the columns they stand. */
function whenOf(
  starts: readonly string[],
  end: string,
  today: ShanghaiDay,
): Pick<ActivityLine, 'day' | 'from' | 'to'> {
  const written = starts.filter(Boolean).join(' ')
  const broken = [...starts, end].find((text) =>
    ['narrow', 'error', 'exponent', 'zero-day', 'fraction'].includes(traceOf(text, 'time')?.kind ?? ''),
  )
  const found = dayAtStart(written, today)
  const day = found?.cell ?? refused<ShanghaiDay>(written === '' ? '没有写哪天' : `“${written}”里没有日期`)
  if (broken !== undefined) {
    const trace = traceOf(broken, 'time')
    const why = trace === null ? MISSING_TIME : sayTrace(broken, trace)
    return { day, from: refused(why), to: said<number>(null) }
  }
  const rest = found?.rest ?? written
  const span = timesIn(rest)?.span ?? timesIn(end)?.span ?? null
  if (span === null) return { day, from: refused(MISSING_TIME), to: said<number>(null) }
  const isInStart = timesIn(rest) !== null
  const last = isInStart ? (timesIn(end)?.span.from ?? span.to) : span.to
  if (last === null) return { day, from: said(span.from), to: refused('没有写到几点') }
  return last > span.from
    ? { day, from: said(span.from), to: said(last) }
    : { day, from: said(span.from), to: refused('结束不晚于开始') }
}
