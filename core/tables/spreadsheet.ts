import { addDays, clockText, type ShanghaiDay } from '../kernel/shanghai-time'

/** What a cell is for: the same digits are a day in one column and a number in another. */
export type CellUse = 'text' | 'stall' | 'phone' | 'day' | 'time' | 'number'

/**
 * What a spreadsheet made of what was typed. `guess` is what probably stood there, to be shown and confirmed by
 * whoever knows; it is never filled in.
 */
export interface Trace {
  readonly kind:
    | 'day'
    | 'exponent'
    | 'narrow'
    | 'error'
    | 'serial'
    | 'fraction'
    | 'zero-day'
    | 'zero-lost'
    | 'digits-lost'
    | 'formula'
  readonly guess: string | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ENGLISH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** 3月1日 of 3-1 in Chinese, 2-Jan of 1-2 and Jan-32 of 1-32 in English, 2026/3/1 as either is saved anew. */
const DAY_OF_MONTH = /^(?:\d{4}年)?(\d{1,2})月(\d{1,2})日$/
const MONTH_OF_YEAR = /^(\d{4})年(\d{1,2})月$/
const ENGLISH_DAY = new RegExp(`^(\\d{1,2})-(${ENGLISH})(?:-\\d{2,4})?$`, 'i')
const ENGLISH_MONTH = new RegExp(`^(${ENGLISH})-(\\d{2,4})$`, 'i')
const WRITTEN_DAY =
  /^(?:19|20)\d{2}[-/](\d{1,2})[-/](\d{1,2})(?:[ T]0{1,2}:00(?::00)?(?:\.0+)?(?:Z|\+\d\d:\d\d)?)?$/
/** 3/1/2026 and 3/1/26, as a spreadsheet set to American English saves 3-1. */
const AMERICAN_DAY = /^(\d{1,2})\/(\d{1,2})\/(?:(?:19|20)\d{2}|\d{2})$/
const ERROR =
  /^#(?:NAME\?|REF!|VALUE!|N\/A|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|GETTING_DATA)$/i
const EXPONENT = /^[+-]?\d+(?:\.\d+)?e[+-]?\d{1,3}$/i
/** The days of 2000 to 2099 as Excel counts them. */
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050
const MINUTES_A_DAY = 1440

/**
 * What a spreadsheet rewrote in this cell; `null` where nothing shows. A whole cell only: a day inside a sentence was
 * typed. Full-width signs count as narrow ones.
 */
export function traceOf(cell: string, use: CellUse): Trace | null {
  const text = cell
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .trim()
  if (/^#{2,}$/.test(text)) return { kind: 'narrow', guess: null }
  if (ERROR.test(text)) return { kind: 'error', guess: null }
  if (EXPONENT.test(text)) return { kind: 'exponent', guess: null }
  const quoted = /^=\s*"([^"]*)"$/.exec(text)
  if (quoted !== null) return { kind: 'formula', guess: quoted[1] ?? '' }
  if (/^=\s*[-+(\w$]/.test(text) || /^[+@][A-Z]+\(/i.test(text)) return { kind: 'formula', guess: null }
  if (/^190[04]\D0?1\D0{1,2}(?:\s.*)?$|^1899-12-3[01]/.test(text)) return { kind: 'zero-day', guess: null }
  return dayTrace(text, use) ?? numberTrace(text, use)
}

function dayTrace(text: string, use: CellUse): Trace | null {
  if (use === 'day') return null
  const day = dayTyped(text)
  return day === null ? null : { kind: 'day', guess: day }
}

/** 3月1日 → 3-1. */
function dayTyped(text: string): string | null {
  const [, first, second] = DAY_OF_MONTH.exec(text) ?? WRITTEN_DAY.exec(text) ?? AMERICAN_DAY.exec(text) ?? []
  if (first !== undefined && second !== undefined) return `${Number(first)}-${Number(second)}`
  const month = MONTH_OF_YEAR.exec(text)
  if (month !== null) return `${Number(month[2])}-${(month[1] ?? '').slice(2)}`
  const [, dayOf, name] = ENGLISH_DAY.exec(text) ?? []
  if (dayOf !== undefined && name !== undefined) return `${monthOf(name)}-${Number(dayOf)}`
  const [, nameOf, year] = ENGLISH_MONTH.exec(text) ?? []
  return nameOf === undefined || year === undefined ? null : `${monthOf(nameOf)}-${year.slice(-2)}`
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

function numberTrace(text: string, use: CellUse): Trace | null {
  if (use === 'phone') return phoneTrace(text)
  if (use === 'stall') {
    const day = serialTrace(text, 'day')?.guess?.slice(5, 10) ?? null
    // 3-1 became a day; the column was set to text afterwards, as people are told to, and shows 46082.
    if (day !== null) return { kind: 'day', guess: day.split('-').map(Number).join('-') }
  }
  const digits = /^\d+$/.exec(text)?.[0]
  // A spreadsheet knows 15 digits of a number; what comes behind it turns to zeros.
  if (digits !== undefined && digits.length >= 16 && /^0+$/.test(digits.slice(15)))
    return { kind: 'digits-lost', guess: null }
  if (use === 'number') {
    const whole = /^(\d+)\.0+$/.exec(text)?.[1]
    return whole === undefined ? null : { kind: 'fraction', guess: whole }
  }
  if (use === 'day' || use === 'time') return serialTrace(text, use)
  if (/^0\.\d{3,}$/.test(text)) return { kind: 'fraction', guess: clockOf(Number(text)) }
  const whole = /^(\d+)\.0$/.exec(text)?.[1]
  return whole === undefined ? null : { kind: 'fraction', guess: whole }
}

function serialTrace(text: string, use: 'day' | 'time'): Trace | null {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  const day = Math.floor(value)
  if (use === 'time' && value < 1) return { kind: 'fraction', guess: clockOf(value) }
  if (!(day >= FIRST_SERIAL && day <= LAST_SERIAL)) return null
  const written = dayOfSerial(day)
  return { kind: 'serial', guess: value > day ? `${written} ${clockOf(value - day)}` : written }
}

/** Days count from 30 December 1899, so that 36526 is the first of January 2000. */
export const dayOfSerial = (serial: number): ShanghaiDay =>
  addDays('2000-01-01' as ShanghaiDay, serial - FIRST_SERIAL)

/** 0.333333 is 8:00; to the minute. */
const clockOf = (fraction: number): string => clockText(Math.round(fraction * MINUTES_A_DAY))

function phoneTrace(text: string): Trace | null {
  // 62570000-12 has an extension; no spreadsheet keeps a hyphen in a number.
  if (/^[2-9]\d{7}-\d{1,4}$/.test(text)) return null
  const digits = text.replace(/[\s-]/g, '').replace(/\.0$/, '')
  // 1.39E+10 made a number again: no telephone has seven zeros at its end.
  if (/^1[3-9]\d{2,}0{7}$/.test(digits) && digits.length === 11) return { kind: 'digits-lost', guess: null }
  // 021 62570000 as a number: area codes with three digits leave ten, those with four too, or eleven.
  if (/^(?:10|2\d)[2-9]\d{7}$/.test(digits) || /^[3-9]\d{2}[2-9]\d{6,7}$/.test(digits))
    return /^[48]00/.test(digits) ? null : { kind: 'zero-lost', guess: `0${digits}` }
  if (/^\d+\.0$/.test(text)) return { kind: 'fraction', guess: digits }
  return null
}

/** What to tell whoever brought the table: what stands there, how it came about, what to do. Without a full stop. */
export function sayTrace(cell: string, { kind, guess }: Trace): string {
  const typed = guess === null ? '' : `，原来大概是 ${guess}`
  const anew = '请把这一列设成“文本”再重填'
  switch (kind) {
    case 'day':
      return `“${cell}”像是被表格改成了日期${typed}；${anew}。真是日期，请写成“3 月 1 日”这样`
    case 'exponent':
      return `“${cell}”被表格改成了科学计数，原来的数字已经丢了；${anew}`
    case 'narrow':
      return `“${cell}”是列太窄时显示的样子，内容没有复制过来；请把那一列拉宽，再复制一次`
    case 'error':
      return `“${cell}”是表格里公式出的错；请填上要写的内容`
    case 'serial':
      return `“${cell}”是表格里日期的内部数字${typed}；请照日历写，例如 2026-03-18`
    case 'fraction':
      return `“${cell}”是表格里的内部数字${typed}；${anew}`
    case 'zero-day':
      return `“${cell}”是表格把空格子当成日期写出来的；没有就空着`
    case 'zero-lost':
      return `“${cell}”前面的 0 像是被表格去掉了${typed}；${anew}`
    case 'digits-lost':
      return `“${cell}”后面的几位像是被表格改成了 0；${anew}`
    case 'formula':
      return `“${cell}”是公式，不是内容${typed}；请只填结果`
  }
}
