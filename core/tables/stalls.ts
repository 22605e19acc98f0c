import { asked, isSettled, refused, said, type Cell, type Dropped } from './cell'
import type { GridCell, GridRow } from './grid'
import { gridOfTabs } from './grid'
import { phoneCell } from './phones'
import { sayTrace, traceOf } from './spreadsheet'
import { stallKey, stallNumberOf } from './stall-number'
import { tidy, timesIn, type Span } from './values'

export interface StallLine {
  /** In what was pasted, from 1. */
  readonly line: number
  /** 类别, where the table has such a column. */
  readonly kind: Cell<string>
  /** One number; several where one host has several stalls. */
  readonly number: Cell<readonly string[]>
  /** `null` where nobody has it yet. */
  readonly host: Cell<string>
  readonly offer: Cell<string>
  readonly hours: Cell<Span>
  readonly phone: Cell<string>
  readonly note: Cell<string>
}

export interface StallTable {
  readonly rows: readonly StallLine[]
  readonly dropped: readonly Dropped[]
  /** What is open about the table as a whole, such as which column is which; asked one after the other. */
  readonly asks: readonly TableAsk[]
  /** Nothing is saved before every row is settled. */
  readonly mayBeSaved: boolean
}

export interface TableAsk {
  readonly id: 'number-column' | 'second-column'
  readonly question: string
  readonly answers: readonly { readonly say: string; readonly value: string }[]
}

/** What was answered, by `id`: the place of the column of numbers from 0; `host` or `offer`. */
export type TableAnswers = Readonly<Partial<Record<TableAsk['id'], string>>>

/** A list of stalls as it was typed into a chat or copied from a table. */
export const readStallText = (text: string, areaCode: string, answers: TableAnswers = {}): StallTable =>
  text.includes('\t')
    ? readStallGrid(gridOfTabs(text), areaCode, answers)
    : finished(readLines(text, areaCode), [])

// ——— a table ———

type Role = 'number' | 'kind' | 'host' | 'offer' | 'hours' | 'phone' | 'note' | 'index'

const HEADS: readonly (readonly [Role, RegExp])[] = [
  ['index', /^(?:序号|序|行号|no\.?)$/i],
  ['number', /^(?:摊位?号|摊位?编号|摊位|摊号|展位号?|位置号?|编号|号码)$/],
  ['host', /^(?:(?:参与|负责|主办|参展)?单位.*|.*姓名|摊主.*|商户.*|负责人|名称|摊位名称?|单位名称)$/],
  ['phone', /^(?:.*电话.*|手机.*|联系方式|号码|tel\.?)$/i],
  ['offer', /^(?:.*内容|项目.*|经营.*|展示.*|服务项目|卖什么|做什么|牌子|品类)$/],
  ['kind', /^(?:类别|分类|类型|种类)$/],
  ['hours', /^(?:.*时间|时段)$/],
  ['note', /^(?:备注|说明|要求|需求|其他)$/],
]
const roleOf = (head: string): Role | null => HEADS.find(([, pattern]) => pattern.test(head))?.[0] ?? null

const SUM = /^(?:合计|总计|小计|共计|合 计|总 计)/

export function readStallGrid(
  grid: readonly GridRow[],
  areaCode: string,
  answers: TableAnswers = {},
): StallTable {
  const headAt = grid.findIndex(({ cells }) => rolesOf(cells).filter((role) => role !== null).length >= 2)
  const heads = (grid[headAt]?.cells ?? []).map(({ text }) => tidy(text))
  const found: readonly (Role | null)[] = headAt < 0 ? [] : rolesOf(grid[headAt]?.cells ?? [])
  const dropped: Dropped[] = []
  const rows: StallLine[] = []
  const asks: TableAsk[] = []
  const chosen = answers['number-column']
  if (headAt >= 0 && !found.includes('number') && chosen === undefined)
    asks.push(askNumberColumn(heads, found))
  const roles = found.map((role, at) =>
    chosen === String(at) && !found.includes('number') ? 'number' : role,
  )
  const second = answers['second-column']
  if (headAt < 0 && second === undefined && grid.some(({ cells }) => cells.length === 2))
    asks.push(SECOND_COLUMN)
  grid.forEach((row, at) => {
    const texts = row.cells.map(({ text }) => tidy(text))
    const text = texts.filter((one, place) => one !== '' && row.cells[place]?.merged !== true).join(' ')
    const why = whyDropped(texts, at, headAt, roles)
    if (why === null)
      rows.push(headAt < 0 ? bareRow(row, areaCode, second === 'host') : headedRow(row, roles, areaCode))
    else if (text !== '') dropped.push({ line: row.line, text, why })
  })
  return finished(rows, asks, dropped)
}

const SECOND_COLUMN: TableAsk = {
  id: 'second-column',
  question: '第二列是摊主，还是内容？',
  answers: [
    { say: '内容', value: 'offer' },
    { say: '摊主', value: 'host' },
  ],
}

function askNumberColumn(heads: readonly string[], roles: readonly (Role | null)[]): TableAsk {
  const index = roles.indexOf('index')
  const columns = heads.flatMap((head, at) => (head === '' ? [] : [{ say: head, value: String(at) }]))
  return {
    id: 'number-column',
    question: index >= 0 ? '没有“摊位号”这一列：序号就是摊位号吗？' : '哪一列是摊位号？',
    answers:
      index >= 0
        ? [
            { say: '是，序号就是摊位号', value: String(index) },
            ...columns.filter(({ value }) => value !== String(index)),
          ]
        : columns,
  }
}

const rolesOf = (cells: readonly GridCell[]): readonly (Role | null)[] =>
  cells.map(({ text }) => roleOf(tidy(text).replace(/ /g, '')))

function whyDropped(
  texts: readonly string[],
  at: number,
  headAt: number,
  roles: readonly (Role | null)[],
): string | null {
  const filled = texts.filter(Boolean)
  if (filled.length === 0) return '空行'
  if (at === headAt) return '列名'
  if (at < headAt) return '标题'
  if (texts.some((text) => SUM.test(text))) return '合计'
  const repeated = texts.filter((text) => roleOf(text) !== null).length
  if (headAt >= 0 && repeated >= 2) return '重复的列名'
  if (headAt < 0 && at === 0 && filled.length === 1 && stallNumberOf(filled[0] ?? '') === null) return '标题'
  const isRemark = headAt >= 0 && filled.length === 1 && /^(?:注|备注|说明|制表|填表)/.test(filled[0] ?? '')
  return isRemark && roles.length > 1 ? '表下的说明' : null
}

function headedRow({ line, cells }: GridRow, roles: readonly (Role | null)[], areaCode: string): StallLine {
  const cellOf = (role: Role): GridCell => cells[roles.indexOf(role)] ?? { text: '', merged: false }
  const host = cellOf('host')
  const offer = offerOf(tidy(cellOf('offer').text))
  const hours = timesIn(tidy(cellOf('hours').text))
  return {
    line,
    kind: textCell(cellOf('kind').text),
    number: roles.includes('number') ? numberCell(cellOf('number')) : refused('没有摊位号'),
    host: roles.includes('host') ? hostCell(host) : said<string>(null),
    offer: offer.cell,
    hours: said<Span>(hours?.span ?? offer.span),
    phone: phoneCell(cellOf('phone').text, areaCode),
    note: textCell([cellOf('note').text, ...offer.notes].filter(Boolean).join('；')),
  }
}

/** A table without names of columns: the first is the number. */
function bareRow({ line, cells }: GridRow, areaCode: string, isSecondHost: boolean): StallLine {
  const [number = { text: '', merged: false }, ...rest] = cells
  const host = rest.length === 1 && !isSecondHost ? undefined : rest[0]
  const offers = host === undefined ? rest : rest.slice(1)
  const own = restOf(
    offers.map(({ text }) => text),
    areaCode,
  )
  return {
    line,
    kind: said<string>(null),
    number: numberCell(number),
    host: host === undefined ? said<string>(null) : hostCell(host),
    ...own,
  }
}

function hostCell({ text, merged }: GridCell): Cell<string> {
  const cell = textCell(text)
  if (cell.value === null) return cell.refusals.length > 0 ? cell : refused('单位或姓名空着')
  if (isFree(cell.value)) return said<string>(null, '空摊位')
  return merged ? said(cell.value, '合并单元格') : cell
}

function textCell(text: string): Cell<string> {
  const typed = tidy(text)
  const trace = traceOf(typed, 'text')
  return trace === null ? said(typed === '' ? null : typed) : refused(sayTrace(typed, trace))
}

// ——— lines of a chat ———

const NUMBER_AT_START = new RegExp(
  String.raw`^(?:第 ?)?((?:[A-Za-z]{0,2}-?\d{1,4}|[一二三四五六七八九十百廿]{1,5})(?: ?(?:[-~至到和与、,/&+]) ?(?:第 ?)?[A-Za-z]{0,2}\d{1,4}(?= ?号|[号摊]))?)(?: ?号摊位?| ?号| ?摊位?| ?#)?(?=[、,.:：\s]|[^\d\s]|$)[、,.:：\s]*`,
)
const FREE = /^(?:空|空着|空位|空摊|空缺|暂无|待定|待安排|未定|没有|无|-+|\/)$/
const isFree = (text: string): boolean => FREE.test(text)

function readLines(text: string, areaCode: string): readonly StallLine[] {
  return text.split(/\r\n?|\n/).flatMap((raw, index) => {
    const line = tidy(raw)
    if (line === '') return []
    const found = NUMBER_AT_START.exec(line)
    const rest = line.slice(found?.[0].length ?? 0)
    const number =
      found === null
        ? refused<readonly string[]>('没有摊位号')
        : numberCell({ text: found[1] ?? '', merged: false })
    const parts = rest.split(/[、,，;；|\s]+/).filter(Boolean)
    const [first = '', ...others] = parts
    const isEmpty = first === '' || isFree(first)
    const host = isEmpty ? said<string>(null, '空摊位') : said(first)
    return [{ line: index + 1, kind: said<string>(null), number, host, ...restOf(others, areaCode) }]
  })
}

/** What is offered, with the hours, telephone and remarks that stand in it. */
function restOf(
  parts: readonly string[],
  areaCode: string,
): Pick<StallLine, 'offer' | 'hours' | 'phone' | 'note'> {
  const phones = parts.filter(
    (part) => /^[\d\s()（）+-]{7,}$/.test(tidy(part)) || traceOf(tidy(part), 'phone')?.kind === 'exponent',
  )
  const words = parts.filter((part) => !phones.includes(part)).join(' ')
  const { cell, span, notes } = offerOf(tidy(words))
  return {
    offer: cell,
    hours: said<Span>(span),
    phone: phoneCell(phones.join(' '), areaCode),
    note: textCell(notes.join('；')),
  }
}

interface Offer {
  readonly cell: Cell<string>
  readonly span: Span | null
  readonly notes: readonly string[]
}

/** 串珠（体验）9:30-11:00: 串珠, with a remark and hours. */
function offerOf(typed: string): Offer {
  const times = timesIn(typed)
  const without = (times?.rest ?? typed).trim()
  const notes = [...without.matchAll(/\(([^()]*)\)/g)]
    .map(([, inner]) => (inner ?? '').trim())
    .filter(Boolean)
  return { cell: textCell(without.replace(/\([^()]*\)/g, ' ')), span: times?.span ?? null, notes }
}

// ——— numbers ———

const RANGE = /^([A-Za-z]{0,2})(\d{1,4}) ?(?:[-~至到和与、,/&+]) ?\1?(\d{1,4})$/

function numberCell({ text, merged }: GridCell): Cell<readonly string[]> {
  const typed = tidy(text)
  if (typed === '') return refused('没有摊位号')
  const trace = traceOf(typed, 'stall')
  if (trace !== null) return refused(sayTrace(typed, trace))
  const range = RANGE.exec(typed.replace(/(?:号摊位?|号|摊位?)$/, ''))
  if (range !== null && Number(range[3]) > Number(range[2])) return askRange(range)
  const number = stallNumberOf(typed)
  if (number === null) return refused(`“${typed}”不是摊位号`)
  return merged ? said([number], '合并单元格') : said([number])
}

const MOST_IN_RANGE = 20

/** 15-16: two stalls of one host, or one that is called so. */
function askRange([all, letters = '', first = '', last = '']: RegExpExecArray): Cell<readonly string[]> {
  const isRun = /[-~至到]/.test(all)
  const count = Number(last) - Number(first) + 1
  const each = isRun
    ? Array.from({ length: Math.min(count, MOST_IN_RANGE) }, (_, at) => `${letters}${Number(first) + at}`)
    : [`${letters}${first}`, `${letters}${last}`]
  const one = { say: `一个摊位，叫 ${all}`, value: [all] }
  const several = { say: `${each.length} 个摊位（${each.join('、')}），同一家`, value: each }
  return asked({
    question: `“${all}”是 ${each.length} 个摊位、同一家，还是一个摊位？`,
    answers: [several, one],
  })
}

/** The same stall twice is named at the later line; a number that is asked may be any of its answers. */
function finished(
  rows: readonly StallLine[],
  asks: readonly TableAsk[],
  dropped: readonly Dropped[] = [],
): StallTable {
  const seen = new Map<string, number>()
  const checked = rows.map((row) => {
    const numbers = row.number.value ?? []
    const refusals = numbers.flatMap((number) => {
      const earlier = seen.get(stallKey(number))
      if (earlier === undefined) seen.set(stallKey(number), row.line)
      return earlier === undefined ? [] : [`摊位号 ${number} 重复（第 ${earlier} 行）`]
    })
    return { ...row, number: { ...row.number, refusals: [...row.number.refusals, ...refusals] } }
  })
  const cellsOf = ({ number, kind, host, offer, hours, phone, note }: StallLine) => [
    number,
    kind,
    host,
    offer,
    hours,
    phone,
    note,
  ]
  const mayBeSaved = asks.length === 0 && checked.every((row) => isSettled(cellsOf(row)))
  return { rows: checked, dropped, asks, mayBeSaved }
}
