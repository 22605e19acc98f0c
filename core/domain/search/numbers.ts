/** Values of characters that stand for one digit; 两 only by itself. */
const DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 }
/** Numerals of cheques and banners, as they are written otherwise. 陆 and others are names and verbs too. */
const FINANCIAL: Readonly<Record<string, string>> = {
  ...{
    壹: '一',
    贰: '二',
    貳: '二',
    叁: '三',
    柒: '七',
    捌: '八',
    玖: '九',
    佰: '百',
    仟: '千',
    零: '零',
    〇: '〇',
  },
  ...{ 參: '三', 肆: '四', 伍: '五', 陆: '六', 陸: '六', 拾: '十' },
}
const FINANCIAL_RUN = new RegExp(`^[${Object.keys(FINANCIAL).join('')}]+`)
const SURELY_FINANCIAL = /[壹贰貳叁柒捌玖佰仟]/
const NUMBERED = /^[村号號弄幢栋棟楼室线層层元块年月日]/
/** Units that begin another word: 第一百货, 三千禧, 五万里. */
const OTHER_WORDS = /^(百[货姓禧合花家科联乐]|千[禧秋岛]|万[里达科航源象物能])/

const isArabic = (character: string): boolean => character >= '0' && character <= '9'

/** Whether a character may be part of a number. */
export const isNumeral = (character: string): boolean =>
  isArabic(character) ||
  character === '万' ||
  character in DIGITS ||
  character in UNITS ||
  character in TENS ||
  character in FINANCIAL

/** A number at the beginning of a text: how many characters it takes, and itself in digits. */
export interface ReadNumber {
  readonly taken: number
  readonly digits: string
}

/**
 * The number with which the text begins, `null` where none does. 十四, 一百二十 and 三万 are read by their units, 一九五一
 * digit by digit, 廿 as 20, 柒拾陆 as 76; 陆 by itself only where something is numbered (陆村, not 陆家嘴). A unit alone is
 * no number (百姓), nor is 零. O(length of the number).
 */
export function readNumber(written: string): ReadNumber | null {
  const text = withoutFinancial(written)
  const arabic = /^\d+/.exec(text)?.[0]
  if (arabic !== undefined) return withTenThousands(text, arabic)
  const counted = readCounted(text)
  if (counted !== null) return counted
  const row = /^[〇零一二三四五六七八九]+/.exec(text)?.[0] ?? ''
  // Its last digit belongs to the unit behind it.
  const taken = row.length > 1 && text.charAt(row.length) in UNITS ? row.length - 1 : row.length
  if (taken === 0) return text.startsWith('两') ? { taken: 1, digits: '2' } : null
  if (taken === 1 && DIGITS[row.charAt(0)] === 0) return null
  return { taken, digits: Array.from(row.slice(0, taken), (one) => String(DIGITS[one])).join('') }
}

function withoutFinancial(text: string): string {
  const run = FINANCIAL_RUN.exec(text)?.[0] ?? ''
  const behind = text.slice(run.length)
  if (!SURELY_FINANCIAL.test(run) && !NUMBERED.test(behind)) return text
  return Array.from(run, (one) => FINANCIAL[one]).join('') + behind
}

function withTenThousands(text: string, arabic: string): ReadNumber {
  const behind = text.slice(arabic.length)
  if (!behind.startsWith('万') || OTHER_WORDS.test(behind)) return { taken: arabic.length, digits: arabic }
  return { taken: arabic.length + 1, digits: `${arabic}0000` }
}

/** A number with units in it. */
function readCounted(text: string): ReadNumber | null {
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastUnit = 100_000
  let hasUnit = false
  let hasGap = false
  let at = 0
  for (; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (OTHER_WORDS.test(text.slice(at, at + 2))) break
    const value = DIGITS[character]
    const unit = UNITS[character]
    if (value === 0) {
      if (digit !== null || !hasUnit) break
      hasGap = true
    } else if (value !== undefined) {
      if (digit !== null) break
      digit = value
    } else if (unit !== undefined) {
      if (unit >= lastUnit || (digit === null && unit !== 10)) break
      section += (digit ?? 1) * unit
      ;[digit, lastUnit, hasUnit, hasGap] = [null, unit, true, false]
    } else if (character in TENS) {
      if (digit !== null || hasUnit) break
      ;[section, lastUnit, hasUnit] = [TENS[character] ?? 0, 10, true]
    } else if (character === '万' && total === 0 && section + (digit ?? 0) > 0) {
      total = (section + (digit ?? 0)) * 10_000
      ;[section, digit, lastUnit, hasUnit, hasGap] = [0, null, 10_000, true, false]
    } else break
  }
  if (!hasUnit) return null
  // 一百五 is 150, 一百零五 is 105.
  const scale = lastUnit > 10 && !hasGap ? lastUnit / 10 : 1
  return { taken: at, digits: String(total + section + (digit ?? 0) * scale) }
}

const SYLLABLES = ['ling', 'yi', 'er', 'san', 'si', 'wu', 'liu', 'qi', 'ba', 'jiu'] as const
const LONGEST_SPOKEN = 4

/**
 * How a number is read aloud, in syllables: 2 as er and liang, two digits by their units, three and four digit by digit.
 * Longer ones nobody spells, and each reading costs the index: none.
 */
export function spokenNumber(digits: string): readonly (readonly string[])[] {
  if (digits.length > LONGEST_SPOKEN) return []
  const row = Array.from(digits, (one) => SYLLABLES[Number(one)] ?? one)
  if (digits === '2') return [row, ['liang']]
  return [/^[1-9]\d$/.test(digits) ? counting(row, digits) : row]
}

/** 十四, not 一十四; 二十, not 二十零. */
const counting = ([tens = '', ones = '']: readonly string[], digits: string): readonly string[] => [
  ...(digits.startsWith('1') ? [] : [tens]),
  'shi',
  ...(digits.endsWith('0') ? [] : [ones]),
]

const NUMBER = String.raw`(?:\d+|[〇零一二两三四五六七八九十百廿卅]+)`
const LISTED = new RegExp(
  String.raw`([\u4e00-\u9fff]*?)(${NUMBER}(?:\s*[、，,/和及]\s*${NUMBER})*)\s*(号线|[村号弄幢栋楼室])`,
  'g',
)

/**
 * What a list of numbers names one by one: 3号线 and 4号线 of 3、4 号线, 梧桐一村 and 梧桐二村 of 梧桐一、二村. A line of the
 * metro also where it stands alone.
 */
export function spelledOut(text: string): readonly string[] {
  const found: string[] = []
  text.replace(LISTED, (all, before: string, list: string, unit: string) => {
    const numbers = list.split(/\s*[、，,/和及]\s*/)
    const alone = numbers.length < 2 && unit !== '号线'
    for (const number of alone ? [] : numbers) found.push(`${unit === '号线' ? '' : before}${number}${unit}`)
    return all
  })
  return found
}
