import {
  addDays,
  instantAt,
  isShanghaiDay,
  shanghaiDay,
  weekday,
  type Instant,
  type ShanghaiDay,
} from '../../../kernel/shanghai-time'
import { festivalDays } from './festivals'

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening'

/** Minutes of the day, from inclusive, to exclusive. */
const PARTS: Readonly<Record<PartOfDay, readonly [from: number, to: number]>> = {
  morning: [0, 12 * 60],
  noon: [11 * 60, 14 * 60],
  afternoon: [12 * 60, 18 * 60],
  evening: [17 * 60, 24 * 60],
}

/** Days that somebody named, both inclusive, and perhaps a part of each. */
export interface When {
  readonly firstDay: ShanghaiDay
  readonly lastDay: ShanghaiDay
  readonly part: PartOfDay | null
  /** Named by the week (周六, 周末): where nothing is on, the same days of the next week may serve. */
  readonly isWeekly: boolean
}

/** A stretch of time; `to` exclusive, `null` without an end. */
export interface Span {
  readonly from: Instant
  readonly to: Instant | null
}

/** What is left of these days at `now`, a span for each part of a day that was asked for; at most 31 days. */
export function spansOf({ firstDay, lastDay, part }: When, now: Instant): readonly Span[] {
  const spans: Span[] = []
  if (part === null) spans.push({ from: instantAt(firstDay, 0), to: instantAt(addDays(lastDay, 1), 0) })
  else {
    const [from, to] = PARTS[part]
    for (let day = firstDay; day <= lastDay && spans.length < LONGEST; day = addDays(day, 1))
      spans.push({ from: instantAt(day, from), to: instantAt(day, to) })
  }
  return spans
    .filter(({ to }) => to === null || to > now)
    .map(({ from, to }) => ({ from: from < now ? now : from, to }))
}

const LONGEST = 31
const WEEK = 7
/** Days ahead in which a part of the day alone (晚上) is looked for. */
const SOON = 13

/** The same days a week later. */
export const nextWeek = (when: When): When => ({
  ...when,
  firstDay: addDays(when.firstDay, WEEK),
  lastDay: addDays(when.lastDay, WEEK),
})

/** What a text says of days and times, and what it says beside. */
export interface ReadWhen {
  readonly when: When | null
  /** No day was named, only a part of it. */
  readonly isPartOnly: boolean
  readonly rest: string
}

type Days = Pick<When, 'firstDay' | 'lastDay'> & { readonly isWeekly?: boolean; readonly part?: PartOfDay }
type Rule = readonly [pattern: RegExp, read: (found: RegExpExecArray, today: ShanghaiDay) => Days | null]

const only = (day: ShanghaiDay): Days => ({ firstDay: day, lastDay: day })
const later =
  (days: number, part?: PartOfDay): Rule[1] =>
  (_, today) => ({
    ...only(addDays(today, days)),
    ...(part === undefined ? {} : { part }),
  })
const mondayOf = (day: ShanghaiDay): ShanghaiDay => addDays(day, 1 - weekday(day))

const WEEK_WORD = '(?:周|星期|礼拜)'
/** 这, 本, 下, 下下; how many weeks from this one. */
const WHICH = '((?:下){1,2}个?|这1?个?|本|今)?'
const weeksAhead = (which: string): number => which.replace(/[^下]/g, '').length

/** Plain text: numbers are digits here. The more exact stand first; each piece of a text is read once. */
const RULES: readonly Rule[] = [
  [/大后[天日]/, later(3)],
  [/后[天日朝]/, later(2)],
  [/今[晚夜]/, later(0, 'evening')],
  [/明[晚夜]/, later(1, 'evening')],
  [/今早/, later(0, 'morning')],
  [/明早/, later(1, 'morning')],
  [/明[天日朝儿]/, later(1)],
  [/今[天日朝儿]/, later(0)],
  [new RegExp(`${WHICH}(?:${WEEK_WORD}末|双休日|大周末)`), weekend],
  [new RegExp(`${WHICH}(?:周6周日|周6日|周6周天|星期6星期[日天]|礼拜6礼拜[日天])`), weekend],
  [new RegExp(`${WHICH}${WEEK_WORD}([1-6日天])(?!年)`), dayOfWeek],
  [new RegExp(`((?:下){1,2}1?个?|这1?个?|本)${WEEK_WORD}`), wholeWeek],
  [/(?:这|最近|近)(?:2|3|几)天/, (_, today) => ({ firstDay: today, lastDay: addDays(today, 2) })],
  [/(?:(\d{4})年)?(1[0-2]|0?[1-9])月份?(3[01]|[12]\d|0?[1-9])[日号]?/, dayOfMonth],
  [/(下个?月|这个?月|本月|(1[0-2]|0?[1-9])月份?(?!\d))/, wholeMonth],
]

/** The day of this month, or of the next where it is over; only beside other words about time or activities. */
const BARE_DAY = /(^|[^\d路弄村楼幢栋室线月])((?:3[01]|[12]\d|[1-9])[号日])(?![线楼门院弄室码])/

const PART_WORDS: readonly (readonly [RegExp, PartOfDay])[] = [
  [/上午|早上|早晨|清晨|清早|1早/, 'morning'],
  [/中午(?!饭)|午间/, 'noon'],
  [/下午|午后/, 'afternoon'],
  [/晚上|晚间|傍晚|夜里|夜晚/, 'evening'],
]
const CLOCK = /\d{1,2}点(?:半|钟|\d{1,2}分?)?(?:左右|以?前|以?后)?/

/**
 * Reads the days and times of a plain text (pieces divided by blanks), by Shanghai's calendar. A week begins on Monday:
 * 下周六 said on a Sunday is six days away; a weekday without more is the nearest one, today among them.
 */
export function readWhen(text: string, now: Instant, allowsBareDay: boolean): ReadWhen {
  const today = shanghaiDay(now)
  let rest = text
  let days: Days | null = null
  const festival = festivalDays(rest, today)
  if (festival !== null) [days, rest] = [festival.days, cut(rest, festival.word)]
  for (const [pattern, read] of RULES) {
    const found = pattern.exec(rest)
    const meant = found === null ? null : read(found, today)
    if (found === null || meant === null) continue
    days ??= meant
    rest = cut(rest, found[0])
    break
  }
  let part = days?.part ?? null
  for (const [pattern, of] of PART_WORDS) {
    const found = pattern.exec(rest)
    if (found === null) continue
    part ??= of
    rest = cut(rest, found[0])
  }
  if (days === null && (allowsBareDay || part !== null)) {
    const found = BARE_DAY.exec(rest)
    const named = found?.[2] ?? ''
    const meant = found === null ? null : bareDay(Number.parseInt(named, 10), today)
    if (meant !== null) [days, rest] = [meant, cut(rest, named)]
  }
  if (days === null && part === null) return { when: null, isPartOnly: false, rest: text }
  const clock = CLOCK.exec(rest)
  if (clock !== null) rest = cut(rest, clock[0])
  const {
    firstDay,
    lastDay,
    isWeekly = false,
  } = days ?? {
    firstDay: today,
    lastDay: addDays(today, SOON),
  }
  return { when: { firstDay, lastDay, part, isWeekly }, isPartOnly: days === null, rest: rest.trim() }
}

/** A blank stays: what stood on both sides was not said in one. */
const cut = (text: string, word: string): string => text.replace(word, ' ')

function weekend([, which = '']: RegExpExecArray, today: ShanghaiDay): Days {
  const saturday = addDays(mondayOf(today), 5 + WEEK * weeksAhead(which))
  return { firstDay: saturday, lastDay: addDays(saturday, 1), isWeekly: true }
}

function dayOfWeek([, which = '', name = '']: RegExpExecArray, today: ShanghaiDay): Days {
  const number = name === '日' || name === '天' ? 7 : Number(name)
  const day = addDays(mondayOf(today), number - 1 + WEEK * weeksAhead(which))
  return { ...only(which === '' && day < today ? addDays(day, WEEK) : day), isWeekly: true }
}

function wholeWeek([, which = '']: RegExpExecArray, today: ShanghaiDay): Days {
  const monday = addDays(mondayOf(today), WEEK * weeksAhead(which))
  return { firstDay: monday, lastDay: addDays(monday, 6) }
}

/** Of this year, or of the next where it is over. */
function dayOfMonth([, year, month = '', day = '']: RegExpExecArray, today: ShanghaiDay): Days | null {
  const own = dateOf(Number(year ?? today.slice(0, 4)), Number(month), Number(day))
  const meant =
    own !== null && year === undefined && own < today
      ? dateOf(Number(today.slice(0, 4)) + 1, Number(month), Number(day))
      : own
  return meant === null ? null : only(meant)
}

function wholeMonth([word, , month]: RegExpExecArray, today: ShanghaiDay): Days | null {
  const [year, current] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const wanted = month === undefined ? current + Number(word.startsWith('下')) : Number(month)
  const ahead = wanted < current ? wanted + 12 : wanted
  const first = dateOf(year + Math.floor((ahead - 1) / 12), ((ahead - 1) % 12) + 1, 1)
  const next = dateOf(year + Math.floor(ahead / 12), (ahead % 12) + 1, 1)
  return first === null || next === null ? null : { firstDay: first, lastDay: addDays(next, -1) }
}

function bareDay(day: number, today: ShanghaiDay): Days | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const own = dateOf(year, month, day)
  const meant =
    own !== null && own >= today ? own : dateOf(year + Number(month === 12), (month % 12) + 1, day)
  return meant === null ? null : only(meant)
}

/** `null` for a day that does not exist. */
function dateOf(year: number, month: number, day: number): ShanghaiDay | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isShanghaiDay(text) ? text : null
}
