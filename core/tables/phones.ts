import { isAbroad, isPhone, phoneFrom } from '../shapes/phone'
import { asked, refused, said, type Cell } from './cell'
import { traceOf, sayTrace } from './spreadsheet'
import { tidy } from './values'

/** Digits as people write a number, with what stands between and an extension. */
const NUMBER =
  /(?:\+ ?\d{1,3}[- ]?|\(\d{3,4}\) ?)?[\doOlI](?:[\doOlI]|[- .](?=[\d(oOlI]))*[\doOlI](?: ?(?:转|分机|ext\.?|#) ?\d{1,6})?(?:\.\d+)?(?:e[+-]?\d+)?/gi
const SHORTEST = 5

/**
 * A number in a cell of its own. No digit is invented: a landline without its area code gets that of the place, and
 * says so; what is too short, too long or rewritten is refused.
 * @param areaCode of the 街道, such as 021
 */
export function phoneCell(text: string, areaCode: string): Cell<string> {
  const typed = tidy(text)
  if (typed === '') return said<string>(null)
  if (isAbroad(typed.replace(/^[^\d+(]+/, '')))
    return refused(`“${typed}”是境外的号码，打不出去，请填一个内地的`)
  const trace = traceOf(typed, 'phone')
  if (trace?.kind === 'exponent') return refused(`号码被 Excel 改成了 ${typed}，请重新填`)
  if (trace?.kind === 'formula' && trace.guess !== null) return phoneCell(trace.guess, areaCode)
  if (trace !== null) return refused(sayTrace(typed, trace))
  const found = numbersIn(typed)
  const rest = typed.replace(NUMBER, '').replace(/[/、,; ]+/g, '')
  if (found.length > 1) {
    const answers = found.flatMap((one) => {
      const { value } = numberCell(one, areaCode)
      return value === null ? [] : [{ say: value, value }]
    })
    return asked({ question: '写了不止一个号码，用哪一个？', answers })
  }
  const [only] = found
  if (only === undefined) return refused(`“${typed}”里没有号码`)
  const cell = numberCell(only, areaCode)
  return rest === '' ? cell : { ...cell, notes: [...cell.notes, ...whoseNumber(rest)] }
}

const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(NUMBER)]
    .map(([found]) => found.trim())
    .filter((one) => one.replace(/\D/g, '').length >= SHORTEST)

function numberCell(typed: string, areaCode: string): Cell<string> {
  if (/[a-df-wyz]/i.test(typed.replace(/ext/i, ''))) return refused(`“${typed}”里有字母，请核对`)
  const stored = phoneFrom(typed)
  const digits = typed.replace(/\D/g, '')
  if (isPhone(typed)) {
    const isLocal = /^[2-9]\d{7}(?:-\d+)?$/.test(stored)
    return isLocal ? said(`${areaCode}-${stored}`, `补了区号 ${areaCode}`) : said(stored)
  }
  const off = digits.length - 11
  if (/^1[3-9]/.test(digits) && off !== 0)
    return refused(
      `“${typed}”是 ${digits.length} 位，手机号要 11 位，${off < 0 ? '少' : '多'}了 ${Math.abs(off)} 位`,
    )
  return refused(`“${typed}”不像电话号码（${digits.length} 位数字）`)
}

/** （女儿） beside a number: whose it is. */
const RELATIVES =
  /^(?:他|她|其)?(女儿|儿子|老伴|老公|老婆|丈夫|妻子|孙子|孙女|外孙|媳妇|女婿|妈妈|爸爸|母亲|父亲|邻居|保姆|家里|家属|居委|单位)(?:的)?(?:电话|手机|号码)?$/

function whoseNumber(words: string): readonly string[] {
  const inner = words.replace(/[()（）:：]/g, ' ').trim()
  if (inner === '') return []
  const relative = RELATIVES.exec(inner)?.[1]
  return [relative === undefined ? inner : `${relative}的号码`]
}

export interface PhoneRow {
  /** From 1. */
  readonly line: number
  readonly name: Cell<string>
  readonly phone: Cell<string>
}

/** One person a line: a name, a number, perhaps whose number it is. Empty lines are skipped. */
export function readPhoneList(text: string, areaCode: string): readonly PhoneRow[] {
  return text.split(/\r\n?|\n/).flatMap((raw, index) => {
    const line = tidy(raw).replace(/^\d{1,3}[.、)] ?(?=\D)/, '')
    if (line === '') return []
    const at = Math.max(line.search(NUMBER), line.search(/#{2,}$|#[A-Z/]+[!?0]*$/i))
    const bracket = /^[^\d]*?(?=[(（][^)）\d]*[)）])/.exec(line)?.[0]
    const name = (
      at < 0 ? line : line.slice(0, bracket !== undefined && bracket.length < at ? bracket.length : at)
    )
      .replace(/(?:电话|手机|号码)? ?[:,、 ]*$/, '')
      .trim()
    const rest = line.slice(line.indexOf(name) + name.length).replace(/^ ?(?:电话|手机|号码)? ?[:,、 ]*/, '')
    const phone = rest === '' ? refused<string>('没有写号码') : phoneCell(rest, areaCode)
    return [{ line: index + 1, name: name === '' ? refused<string>('没有写是谁') : said(name), phone }]
  })
}
