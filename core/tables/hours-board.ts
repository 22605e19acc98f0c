import { clockText, type ShanghaiDay } from '../kernel/shanghai-time'
import type { Ask } from './cell'
import { tidy } from './values'

/** `[from, to)` in minutes of the day. */
type Opening = readonly [from: number, to: number]

/** What holds on these weekdays, Monday is 1; no openings means closed. */
export interface DayHours {
  readonly days: readonly number[]
  readonly openings: readonly Opening[]
}

export interface BoardPeriod {
  /** Both days included, `06-01`; `null` for the whole year or the rest of it. */
  readonly season: { readonly from: string; readonly to: string } | null
  /** Whether it holds today. */
  readonly isNow: boolean
  /** Seven days, Monday first; `null` where the board says nothing certain of the day. */
  readonly week: readonly (readonly Opening[] | null)[]
  /** Until they are answered their days stay open. */
  readonly asks: readonly Ask<DayHours>[]
}

/** What the hours board at a door says. */
export interface HoursBoard {
  readonly periods: readonly BoardPeriod[]
  /** Whether it is open on public holidays; `null` where the board does not say so. */
  readonly opensOnHolidays: boolean | null
  /** Words that nobody here understands: they may change everything. */
  readonly notUnderstood: readonly string[]
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const WEEKDAYS = '一二三四五六日'
const NOON = 720

const DAY = '[一二三四五六日天1-7]'
const NAME = '(?:周|星期|礼拜)'
const CLOCK = '(上午|早上|早|中午|下午|晚上|晚)? ?(\\d{1,2})(?: ?[:点时](?: ?(\\d{1,2}|半)分?)?)?'

/** What a board is made of, in the order in which they are tried. */
const TOKENS = {
  season:
    /^(?:夏令时?间?|冬令时?间?|夏季|冬季|春秋季?|暑期|寒假)?[ (]*(\d{1,2})[.月/](\d{1,2})[日号]? ?[-至到] ?(\d{1,2})[.月/](\d{1,2})[日号]?[ )]*[:,]?/,
  rest: /^(?:其余|其他|其它|平时)(?:时间|月份|日期|时段)?[:,]?/,
  daySpan: new RegExp(`^${NAME}(${DAY}) ?[-至到] ?${NAME}?(${DAY})`),
  dayList: new RegExp(`^${NAME}(${DAY}(?:[、,和及]*(?:${NAME})?${DAY}(?![\\d:点时]))*)`),
  working: /^(?:工作日|平日)/,
  weekend: /^(?:双休日|周末|双休)/,
  daily: /^(?:每天|每日|天天|全年|全周)/,
  holidays: /^(?:法定|国定|国家)?(?:节假日|假日|节日|假期)/,
  allDay: /^(?:全天)?(?:24 ?小时|二十四小时|全天)(?:开放|服务)?/,
  span: new RegExp(`^${CLOCK} ?[-至到] ?${CLOCK}`),
  lunch: /^中午(?:不休息|不休|连续|无休)/,
  asUsual: /^(?:照常|正常|也开|不休息|不休|无休)(?:开放|服务|办公|营业)?/,
  closed:
    /^(?:休息|不开放|不开门|不开|关门|闭馆|不对外开放|不对外|停止|不接待|不营业|不办公|暂停)(?:服务|开放|办公|接待)?/,
  duty: /^(?:值班|轮值|预约)(?:接待|服务)?/,
  half: /^(?:上午|早上|下午|晚上)/,
  filler:
    /^(?:(?:办公|开放|服务|接待|营业|工作|对外|窗口|上班|作息)(?:时间|时段)?|时间|为|均|都|的|和|及|与|含|包括|对外|[\s,:;。、()[\]/|]+)/,
} as const
type TokenKind = keyof typeof TOKENS

interface Token {
  readonly kind: TokenKind
  readonly parts: readonly (string | undefined)[]
  readonly text: string
}

interface Group {
  days: readonly number[] | null
  openings: Opening[]
  isClosed: boolean
  isHoliday: boolean
  duty: string | null
  half: string | null
  asks: Ask<DayHours>[]
}

interface Period {
  season: BoardPeriod['season']
  groups: Group[]
}

/**
 * Reads an hours board as people write it. A weekday, a time or a closing day that is not written is asked, never
 * guessed; seasons are periods of their own.
 */
export function readHoursBoard(text: string, today: ShanghaiDay): HoursBoard {
  const notUnderstood: string[] = []
  const periods: Period[] = [{ season: null, groups: [] }]
  let opensOnHolidays: boolean | null = null
  let group: Group | null = null
  let canJoin = false
  const current = (): Period => periods[periods.length - 1] as Period
  const begin = (days: readonly number[] | null): Group => {
    const made = {
      days,
      openings: [],
      isClosed: false,
      isHoliday: false,
      duty: null,
      half: null,
      asks: [],
    }
    current().groups.push(made)
    group = made
    return made
  }
  const here = (): Group => group ?? begin(null)
  for (const { kind, parts, text: written } of tokensOf(text, notUnderstood)) {
    const wasJoining: boolean = canJoin
    if (kind !== 'filler') canJoin = false
    switch (kind) {
      case 'season':
        periods.push({ season: seasonOf(parts), groups: [] })
        group = null
        break
      case 'rest':
        periods.push({ season: null, groups: [] })
        group = null
        break
      case 'daySpan':
      case 'dayList':
      case 'working':
      case 'weekend':
      case 'daily': {
        const days = daysOf(kind, parts)
        const open = group as Group | null
        if (wasJoining && open !== null) open.days = [...new Set([...(open.days ?? []), ...days])].sort()
        else begin(days)
        canJoin = true
        break
      }
      case 'holidays': {
        const open = group as Group | null
        if (wasJoining && open !== null) open.isHoliday = true
        else begin([]).isHoliday = true
        canJoin = true
        break
      }
      case 'span': {
        const found = spanOf(parts, written)
        if ('refused' in found) notUnderstood.push(written)
        else if ('ask' in found) here().asks.push(found.ask)
        else here().openings.push(found.opening)
        break
      }
      case 'allDay':
        here().openings.push([0, 1440])
        break
      case 'closed':
        if (here().isHoliday) opensOnHolidays = false
        here().isClosed = true
        break
      case 'asUsual':
        if (here().isHoliday) opensOnHolidays = true
        break
      case 'duty':
        here().duty = written
        break
      case 'half':
        here().half = written
        break
      case 'lunch':
        break
      case 'filler':
        // A full stop or a semicolon ends what was said of those days; a comma does not.
        if (/[;。\n]/.test(written) || (/[()]/.test(written) && (group as Group | null)?.isClosed === true))
          group = null
        break
    }
  }
  const told = periods.filter(({ groups }) => groups.length > 0)
  const seasons = told.flatMap(({ season }) => (season === null ? [] : [season]))
  return {
    periods: told.map((period) => ({
      season: period.season,
      isNow:
        period.season === null ? !seasons.some((season) => isIn(season, today)) : isIn(period.season, today),
      ...weekOf(period.groups),
    })),
    opensOnHolidays,
    notUnderstood,
  }
}

function* tokensOf(text: string, notUnderstood: string[]): Generator<Token> {
  let left = text
    .split('\n')
    .map(tidy)
    .join(';')
    .replace(/[‐‑‒–—―─~～〜﹣－]+/g, '-')
  let unknown = ''
  while (left !== '') {
    const found = (Object.keys(TOKENS) as TokenKind[])
      .map((kind) => ({ kind, match: TOKENS[kind].exec(left) }))
      .find(({ match }) => match !== null && match[0] !== '')
    if (found === undefined || found.match === null) {
      unknown += left.charAt(0)
      left = left.slice(1)
      continue
    }
    if (unknown !== '') notUnderstood.push(unknown)
    unknown = ''
    const [all, ...parts] = found.match
    yield { kind: found.kind, parts, text: all.trim() }
    left = left.slice(all.length)
  }
  if (unknown !== '') notUnderstood.push(unknown)
}

function daysOf(kind: TokenKind, [first, second]: Token['parts']): readonly number[] {
  if (kind === 'working') return [1, 2, 3, 4, 5]
  if (kind === 'weekend') return [6, 7]
  if (kind === 'daily') return EVERY_DAY
  if (kind === 'dayList') return [...new Set([...(first ?? '')].map(dayOf).filter((day) => day > 0))].sort()
  const [from, to] = [dayOf(first ?? ''), dayOf(second ?? '')]
  return EVERY_DAY.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to))
}

const dayOf = (sign: string): number =>
  /[1-7]/.test(sign) ? Number(sign) : sign === '天' ? 7 : WEEKDAYS.indexOf(sign) + 1

function seasonOf([fromMonth, fromDay, toMonth, toDay]: Token['parts']): BoardPeriod['season'] {
  const padded = (text: string | undefined): string => (text ?? '').padStart(2, '0')
  return { from: `${padded(fromMonth)}-${padded(fromDay)}`, to: `${padded(toMonth)}-${padded(toDay)}` }
}

function isIn({ from, to }: { readonly from: string; readonly to: string }, today: ShanghaiDay): boolean {
  const day = today.slice(5)
  return from <= to ? day >= from && day <= to : day >= from || day <= to
}

function minuteOf(half: string | undefined, hour: string | undefined, minute: string | undefined): number {
  const late = half !== undefined && /下午|晚/.test(half) && Number(hour) < 12 ? 12 : 0
  const minutes = minute === '半' ? 30 : Number(minute ?? 0)
  return minutes < 60 ? (Number(hour) + late) * 60 + minutes : Number.NaN
}

function spanOf(
  [half, hour, minute, lateHalf, lateHour, lateMinute]: Token['parts'],
  written: string,
): { opening: Opening } | { ask: Ask<DayHours> } | { refused: true } {
  const from = minuteOf(half, hour, minute)
  const to = minuteOf(lateHalf ?? half, lateHour, lateMinute)
  if (!(from <= 1440 && to <= 1440)) return { refused: true }
  if (from < to) return { opening: [from, to] }
  const later = to + NOON
  if (later <= from || later > 1440) return { refused: true }
  const say = `${clockText(from)}–${clockText(later)}`
  return {
    ask: {
      question: `“${written}”是到下午 ${clockText(later)} 吗？`,
      answers: [{ say, value: { days: [], openings: [[from, later]] } }],
    },
  }
}

const daysText = (days: readonly number[]): string => days.map((day) => `周${WEEKDAYS[day - 1]}`).join('、')

const openingsText = (openings: readonly Opening[]): string =>
  openings.map(([from, to]) => `${clockText(from)}–${clockText(to)}`).join('、')

/** The days of one period: what is said of each, and what has to be asked. */
function weekOf(groups: readonly Group[]): Pick<BoardPeriod, 'week' | 'asks'> {
  const week: (readonly Opening[] | null)[] = EVERY_DAY.map(() => null)
  const asks: Ask<DayHours>[] = []
  const asked = new Set<number>()
  const put = (days: readonly number[], openings: readonly Opening[]): void => {
    for (const day of days) week[day - 1] = inOrder(openings)
  }
  for (const { days, openings, isClosed, isHoliday, duty, half, asks: open } of groups) {
    for (const { question, answers } of open)
      asks.push({
        question,
        answers: answers.map(({ say, value }) => ({
          say,
          value: { days: days ?? [], openings: [...openings, ...value.openings] },
        })),
      })
    if (open.length > 0) {
      for (const day of days ?? []) asked.add(day)
      continue
    }
    if (days === null) {
      if (openings.length > 0) asks.push(whichDays(openings))
      continue
    }
    if (days.length === 0 || (isHoliday && days.length === 0)) continue
    if (duty !== null && openings.length === 0) {
      for (const day of days) asked.add(day)
      asks.push({
        question: `“${daysText(days)}${half ?? ''}${duty}”：居民能来吗？几点到几点？`,
        answers: [{ say: '居民不能来', value: { days, openings: [] } }],
      })
      continue
    }
    if (isClosed && half !== null && openings.length === 0) {
      // 周二下午不对外: the morning stays as it is.
      for (const day of days)
        week[day - 1] = (week[day - 1] ?? []).filter(([from, to]) =>
          /下午|晚/.test(half) ? to <= NOON + 60 : from >= NOON,
        )
      continue
    }
    if (isClosed || openings.length > 0) put(days, isClosed ? [] : openings)
    else {
      for (const day of days) asked.add(day)
      asks.push({
        question: `“${daysText(days)}${half ?? ''}”没写几点到几点`,
        answers: [{ say: '休息', value: { days, openings: [] } }],
      })
    }
  }
  const silent = EVERY_DAY.filter((day) => week[day - 1] === null && !asked.has(day))
  if (silent.length > 0 && silent.length < 7 && !groups.some(({ days }) => days === null))
    asks.push({
      question: `${daysText(silent)}没有写`,
      answers: [{ say: '休息', value: { days: silent, openings: [] } }],
    })
  return { week, asks }
}

const whichDays = (openings: readonly Opening[]): Ask<DayHours> => ({
  question: `${openingsText(openings)} 没写是周几`,
  answers: [
    { say: '周一到周五', value: { days: [1, 2, 3, 4, 5], openings } },
    { say: '周一到周六', value: { days: [1, 2, 3, 4, 5, 6], openings } },
    { say: '每天', value: { days: EVERY_DAY, openings } },
  ],
})

const inOrder = (openings: readonly Opening[]): readonly Opening[] =>
  [...openings].sort(([one], [other]) => one - other)

/** The openings of one day as somebody types them, 休息 for none; `null` where it cannot be told. */
export function readDayHours(text: string): readonly Opening[] | null {
  const notUnderstood: string[] = []
  const openings: Opening[] = []
  let isClosed = false
  for (const { kind, parts, text: written } of tokensOf(text, notUnderstood)) {
    if (kind === 'filler') continue
    if (kind === 'closed') isClosed = true
    else if (kind === 'allDay') openings.push([0, 1440])
    else {
      const found = kind === 'span' ? spanOf(parts, written) : null
      if (found === null || !('opening' in found)) return null
      openings.push(found.opening)
    }
  }
  if (notUnderstood.length > 0 || isClosed === openings.length > 0) return null
  const sorted = inOrder(openings)
  return sorted.every(([from], index) => index === 0 || (sorted[index - 1]?.[1] ?? 0) <= from) ? sorted : null
}

/** The same as it is typed: 8:30-11:30 13:30-17:00. */
export const dayHoursText = (openings: readonly Opening[]): string =>
  openings.map(([from, to]) => `${clockText(from)}-${clockText(to)}`).join(' ') || '休息'
