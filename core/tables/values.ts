import { addDays, clockText, isShanghaiDay, weekday, type ShanghaiDay } from '../kernel/shanghai-time'
import { withoutInvisible } from '../shapes/invisible'
import { asked, refused, said, type Cell } from './cell'
import { dayOfSerial, sayTrace, traceOf } from './spreadsheet'

/** Full-width signs as narrow ones, runs of blanks as one: what was typed, as it is compared. */
export const tidy = (text: string): string =>
  withoutInvisible(text)
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/g, ' ')
    .trim()

const DIGITS = '零一二三四五六七八九'
const NUMERAL = '[零〇一二两三四五六七八九十百廿]'
/** 十二, 二十, 一百零五, 廿三; in patterns beside digits. */
export const COUNT = `(?:\\d{1,4}|${NUMERAL}{1,5})`

/** The whole number that digits or Chinese numerals write; `null` for anything else. */
export function wholeOf(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  if (!new RegExp(`^${NUMERAL}{1,5}$`).test(text)) return null
  const plain = text.replace(/两/g, '二').replace(/〇/g, '零').replace(/廿/g, '二十')
  const [, hundreds = '', rest = ''] = /^(?:(.)百)?零?(.*)$/.exec(plain) ?? []
  const [, tens, ones = ''] = /^(?:(.?)十)?零?(.?)$/.exec(rest) ?? ['', undefined, '?']
  const digit = (one: string): number => (one === '' ? 0 : DIGITS.indexOf(one))
  const ten = tens === undefined ? 0 : tens === '' ? 1 : digit(tens)
  const parts = [hundreds === '' ? 0 : digit(hundreds), ten, digit(ones)]
  return parts.some((part) => part < 0)
    ? null
    : (parts[0] ?? 0) * 100 + (parts[1] ?? 0) * 10 + (parts[2] ?? 0)
}

/** 20, 二十, 15人, 限 20 名; a cell that counts. */
export function countCell(text: string): Cell<number> {
  const typed = tidy(text)
  if (typed === '') return said<number>(null)
  const trace = traceOf(typed, 'number')
  if (trace !== null) return refused(sayTrace(typed, trace))
  const found = new RegExp(`^(?:限|共|约)? ?(${COUNT}) ?(?:人|位|名|个|组|户|座)?$`).exec(typed)?.[1]
  const count = found === undefined ? null : wholeOf(found)
  if (count === null) return refused(`“${typed}”不是一个数`)
  return typed.startsWith('约')
    ? asked({ question: `“${typed}”就是 ${count} 吗？`, answers: [{ say: String(count), value: count }] })
    : said(count)
}

const WEEKDAYS = '一二三四五六日'
const DAY_SIGNS = '(?:[(（]?(?:周|星期|礼拜)([一二三四五六日天1-7])[)）]?)?'
const WITH_YEAR = new RegExp(`^(20\\d{2}) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2})日? ?${DAY_SIGNS}`)
const MONTH_DAY = new RegExp(`^(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]? ?${DAY_SIGNS}`)
/** 12.6 or 12/6: a day, or a number. */
const LOOSE = new RegExp(`^(\\d{1,2})[./](\\d{1,2})(?!\\d|:) ?${DAY_SIGNS}`)

export interface DayFound {
  readonly cell: Cell<ShanghaiDay>
  /** What stands behind it. */
  readonly rest: string
}

/**
 * The day at the beginning of a text; `null` where there is none. Without a year it is the next such day from today
 * on; 12.6 is asked; a weekday that does not fit is asked.
 */
export function dayAtStart(text: string, today: ShanghaiDay): DayFound | null {
  const typed = tidy(text)
  const [serial, fraction] = /^\d{5}(\.\d+)?(?= |$)/.exec(typed) ?? []
  if (serial !== undefined) {
    if (traceOf(serial, 'day')?.kind !== 'serial') return null
    const clock = fraction === undefined ? '' : clockText(Math.round(Number(fraction) * 1440))
    const cell = said(dayOfSerial(Math.floor(Number(serial))), `Excel 的内部数字 ${serial}`)
    return { cell, rest: `${clock} ${typed.slice(serial.length).trim()}`.trim() }
  }
  const whole = WITH_YEAR.exec(typed)
  if (whole !== null) {
    const [all, year, month, day, sign] = whole
    return {
      cell: dayCell(all, Number(year), Number(month), Number(day), sign),
      rest: typed.slice(all.length),
    }
  }
  const found = MONTH_DAY.exec(typed) ?? LOOSE.exec(typed)
  if (found === null) return null
  const [all, month, day, sign] = found
  const isLoose = !all.includes('月')
  const year = yearFor(Number(month), Number(day), today)
  const cell = dayCell(all, year, Number(month), Number(day), sign)
  const rest = typed.slice(all.length)
  if (!isLoose || cell.value === null) return { cell, rest }
  const say = `${year} 年 ${Number(month)} 月 ${Number(day)} 日（周${WEEKDAYS[weekday(cell.value) - 1]}）`
  return {
    cell: asked({ question: `“${all.trim()}”是 ${say}吗？`, answers: [{ say, value: cell.value }] }),
    rest,
  }
}

const padded = (number: number): string => String(number).padStart(2, '0')

function yearFor(month: number, day: number, today: ShanghaiDay): number {
  const year = Number(today.slice(0, 4))
  return `${year}-${padded(month)}-${padded(day)}` >= addDays(today, -7) ? year : year + 1
}

function dayCell(
  typed: string,
  year: number,
  month: number,
  day: number,
  sign: string | undefined,
): Cell<ShanghaiDay> {
  const written = `${year}-${padded(month)}-${padded(day)}`
  if (!isShanghaiDay(written)) return refused(`“${typed.trim()}”这一天在日历上没有`)
  const own = weekday(written)
  if (sign === undefined) return said(written)
  const meant = /\d/.test(sign) ? Number(sign) : sign === '天' ? 7 : WEEKDAYS.indexOf(sign) + 1
  if (meant === own) return said(written, `周${WEEKDAYS[own - 1]}，对`)
  const say = `${month} 月 ${day} 日（周${WEEKDAYS[own - 1]}）`
  return asked({
    question: `${month} 月 ${day} 日是周${WEEKDAYS[own - 1]}，不是周${WEEKDAYS[meant - 1]}；日子对吗？`,
    answers: [{ say, value: written }],
  })
}

export interface Span {
  /** Minutes of the day. */
  readonly from: number
  /** `null` where only a beginning is said. */
  readonly to: number | null
}

const CLOCK = '(上午|早上|早|中午|下午|晚上|晚)? ?(\\d{1,2}) ?(?:[:：点时] ?(\\d{2}|半)?分?)'
const TIMES = new RegExp(`${CLOCK}(?: ?(?:[-–—~～]+|至|到) ?${CLOCK})?`)

/** The first time or span of times in a text, and the text without it; `null` where there is none. */
export function timesIn(text: string): { readonly span: Span; readonly rest: string } | null {
  const found = TIMES.exec(text)
  if (found === null) return null
  const [all, half, hour, minute, lateHalf, lateHour, lateMinute] = found
  const from = minuteOf(half, hour, minute)
  const to = lateHour === undefined ? null : minuteOf(lateHalf ?? half, lateHour, lateMinute)
  if (from === null || (lateHour !== undefined && (to === null || to <= from))) return null
  return { span: { from, to }, rest: `${text.slice(0, found.index)} ${text.slice(found.index + all.length)}` }
}

function minuteOf(
  half: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
): number | null {
  const late = half !== undefined && /下午|晚/.test(half) && Number(hour) < 12 ? 12 : 0
  const minutes = (Number(hour) + late) * 60 + (minute === '半' ? 30 : Number(minute ?? 0))
  return Number(minute === '半' ? 30 : (minute ?? 0)) < 60 && minutes <= 1440 ? minutes : null
}
