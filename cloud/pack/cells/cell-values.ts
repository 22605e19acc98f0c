import { markupIn } from '../article/signs'
import { isAbroad, phoneFrom, PRINTED_PHONE } from '../../../core/shapes/phone'
import { sayTrace, traceOf, type CellUse } from '../../../core/tables/spreadsheet'
import { isSlug } from '../../../core/shapes/slug'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'

/** What a cell says, or why it says nothing usable; the reason is Chinese and names the value. */
export type Reading<Value> = { readonly value: Value } | { readonly flaw: string }

export const read = <Value>(value: Value): Reading<Value> => ({ value })
export const flaw = (reason: string): { readonly flaw: string } => ({ flaw: reason })

/** What the spreadsheet made of the cell, before it is read as what it looks like now. */
export function rewritten(text: string, use: CellUse): { readonly flaw: string } | null {
  const trace = traceOf(text, use)
  return trace === null ? null : flaw(sayTrace(text, trace))
}

/** Full-width digits, letters, signs and spaces as their ASCII twins: ９：００ becomes 9:00. Only for cells that no one reads as prose. */
export const narrow = (text: string): string =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .trim()

/** Letters and digits of an id, the same rule as `slug` of the contract. */
export function readId(text: string): Reading<string> {
  if (isSlug(text)) return read(text)
  return (
    rewritten(text, 'text') ??
    flaw(`“${text}”不能作编号，请只用小写字母、数字和连字符“-”，最多 60 个，例如 jinmeiyuan`)
  )
}

export function readText(text: string, longest: number): Reading<string> {
  if (text.includes('\ufffd')) return flaw(`“${text}”里有乱码，请重新填写，并另存为“CSV UTF-8”`)
  // Control characters come in by pasting from other programs; nobody sees them in a spreadsheet.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\u2028\u2029]/.test(text))
    return flaw(`“${visible(text)}”里有换行或看不见的符号，请删去`)
  const trace = rewritten(text, 'text')
  if (trace !== null) return trace
  const markup = markupIn(text)
  if (markup !== null) return flaw(`“${markup}”这样的符号居民会照原样看到，这里只写文字，请删去`)
  if ([...text].length > longest) return flaw(`写了 ${[...text].length} 个字，最多 ${longest} 个`)
  return read(text)
}

// eslint-disable-next-line no-control-regex
const visible = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, '⏎')

export function readYesNo(text: string): Reading<boolean> {
  if (text === '是') return read(true)
  if (text === '否') return read(false)
  return flaw(`“${text}”看不懂，请填“是”或“否”`)
}

/** One of a few words, each of which stands for a code. */
export function readChoice<Code extends string>(
  text: string,
  words: Readonly<Record<string, Code>>,
): Reading<Code> {
  const code = Object.hasOwn(words, text) ? words[text] : undefined
  return code === undefined ? flaw(`“${text}”看不懂，请填${listed(Object.keys(words))}之一`) : read(code)
}

export const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、')

/** Several values in one cell, parted by 、 ； ， or a comma or semicolon; empty parts are skipped. */
export const split = (text: string): readonly string[] =>
  text
    .split(/[、；;，,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Landline with or without area code and extension, mobile, 400/800 and five-digit service numbers. */
export function readPhone(text: string): Reading<string> {
  const trace = rewritten(text, 'phone')
  if (trace !== null) return trace
  const number = phoneFrom(text)
  if (PRINTED_PHONE.test(number)) return read(number)
  if (isAbroad(text)) return flaw(`“${text}”是境外的号码，居民打不了，请填一个内地的`)
  return flaw(
    `“${text}”不像电话号码，请写成 021-62570000、021-62570000-801、13812345678 或五位的热线号码这样`,
  )
}

/** 2026-03-18, 2026/3/18, 2026.3.18 or 2026年3月18日; a day that the calendar has, from 2000 to 2099. */
export function readDay(text: string): Reading<ShanghaiDay> {
  const parts = /^(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(narrow(text))
  const [year, month, day] = (parts ?? []).slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) {
    return rewritten(text, 'day') ?? flaw(`“${text}”不是日期，请写成 2026-03-18 这样`)
  }
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > lastDay) return flaw(`“${text}”这一天在日历上没有`)
  return read(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as ShanghaiDay)
}

/** Whole number within `[least, most]`, both included. */
export function readWhole(text: string, least: number, most: number): Reading<number> {
  const value = /^\d{1,9}$/.test(narrow(text)) ? Number(narrow(text)) : Number.NaN
  if (value >= least && value <= most) return read(value)
  return rewritten(text, 'number') ?? flaw(`“${text}”要填 ${least} 到 ${most} 之间的整数`)
}

/** Degrees as a decimal number within `[least, most]`. */
export function readDegrees(text: string, least: number, most: number): Reading<number> {
  const value = /^-?\d{1,3}(?:\.\d{1,12})?$/.test(narrow(text)) ? Number(narrow(text)) : Number.NaN
  if (Number.isNaN(value))
    return rewritten(text, 'number') ?? flaw(`“${text}”不是度数，请写成 121.4055 这样的小数`)
  if (value < least || value > most)
    return flaw(`“${text}”超出了 settings.csv 定的范围（${least} 到 ${most}）`)
  return read(value)
}
