import { isShanghaiDay, weekday, type ShanghaiDay } from '../../../kernel/shanghai-time'
import { isPhone, phoneFrom } from '../../../shapes/phone'

/** What free text says that contradicts the fields beside it. Minutes are those of the Shanghai day. */
export type TextContradiction =
  /** 「12月7日周日」, and that day is another weekday. */
  | {
      readonly kind: 'weekday-of-date'
      readonly day: ShanghaiDay
      readonly said: number
      readonly is: number
    }
  /** A date that is none of the dates above. */
  | { readonly kind: 'other-date'; readonly day: ShanghaiDay }
  /** 「每周日」, and all dates above are another weekday. */
  | { readonly kind: 'other-weekday'; readonly said: number; readonly is: number }
  | { readonly kind: 'start' | 'end'; readonly said: number; readonly is: number }
  | { readonly kind: 'phone-short' | 'phone-long' | 'phone-differs'; readonly said: string }

export interface TextFacts {
  readonly days: readonly ShanghaiDay[]
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly phone: string
}

const WEEKDAY = '(?:周|星期|礼拜)([一二三四五六日天])'
const WEEKDAYS = '一二三四五六日'
const numberOf = (sign: string): number => (sign === '天' ? 7 : WEEKDAYS.indexOf(sign) + 1)

/** Everything in `text` that contradicts the fields; one of a kind. */
export function contradictionsIn(text: string, facts: TextFacts): readonly TextContradiction[] {
  const narrow = text.normalize('NFKC')
  const found = [...datesIn(narrow, facts), ...timesIn(narrow, facts), ...phonesIn(narrow, facts)]
  return found.filter((one, index) => found.findIndex(({ kind }) => kind === one.kind) === index)
}

function* datesIn(text: string, { days }: TextFacts): Iterable<TextContradiction> {
  const [first] = days
  if (first === undefined) return
  const dated = new RegExp(`(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]?(?:[（(,，\\s]*${WEEKDAY})?`, 'g')
  for (const [, year, month = '', date = '', sign] of text.matchAll(dated)) {
    const written = `${year ?? first.slice(0, 4)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    if (!isShanghaiDay(written)) continue
    if (sign !== undefined && weekday(written) !== numberOf(sign))
      yield { kind: 'weekday-of-date', day: written, said: numberOf(sign), is: weekday(written) }
    if (!days.includes(written) && days.length === 1) yield { kind: 'other-date', day: written }
  }
  const plain = text.replace(dated, '')
  // 周一至周五 and 周六、周日 name more than one: they say when somebody can be asked, not when this is.
  const alone = new RegExp(`(?<![至到、和及\\-~—])${WEEKDAY}(?![至到、和及\\-~—])`, 'g')
  const said = [...plain.matchAll(alone)].map(([, sign = '']) => numberOf(sign))
  const [other] = said
  const own = new Set(days.map(weekday))
  if (other !== undefined && said.every((one) => !own.has(one as 1)))
    yield { kind: 'other-weekday', said: other, is: weekday(first) }
}

const TIME = '(上午|早上|中午|下午|晚上|傍晚)?\\s*(\\d{1,2})(?:[::]([0-5]\\d)|点(半|一刻|三刻|[0-5]?\\d分?)?)'
const QUARTERS: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 }

function minuteOf(
  half: string | undefined,
  hour: string,
  minutes: string | undefined,
  said?: string,
): number | null {
  const typed = minutes ?? said?.replace('分', '')
  const past = typed === undefined || typed === '' ? 0 : (QUARTERS[typed] ?? Number(typed))
  const isLate =
    half === '下午' || half === '晚上' || half === '傍晚' || (half === '中午' && Number(hour) < 10)
  const hours = Number(hour) + (isLate && Number(hour) < 12 ? 12 : 0)
  return hours > 24 ? null : hours * 60 + past
}

/** A span is when it is; a time alone is meant for the start only where it says so. */
function* timesIn(text: string, { startMinute, endMinute }: TextFacts): Iterable<TextContradiction> {
  if (startMinute === null) return
  const span = new RegExp(`${TIME}\\s*(?:-|~|—|–|至|到)+\\s*${TIME}`, 'g')
  for (const [, half, hour = '', minutes, said, half2, hour2 = '', minutes2, said2] of text.matchAll(span)) {
    const from = minuteOf(half, hour, minutes, said)
    const to = minuteOf(half2 ?? half, hour2, minutes2, said2)
    if (from !== null && from !== startMinute) yield { kind: 'start', said: from, is: startMinute }
    if (to !== null && endMinute !== null && to !== endMinute) yield { kind: 'end', said: to, is: endMinute }
  }
  const starting = new RegExp(`${TIME}\\s*(?:准时|正式)?(?:开始|开课|开场|开讲|开市|开演)`, 'g')
  for (const [, half, hour = '', minutes, said] of text.replace(span, '').matchAll(starting)) {
    const from = minuteOf(half, hour, minutes, said)
    if (from !== null && from !== startMinute) yield { kind: 'start', said: from, is: startMinute }
  }
}

function* phonesIn(text: string, { phone }: TextFacts): Iterable<TextContradiction> {
  for (const [said] of text.matchAll(
    /(?<![\d-])(?:0\d{2,3}[-\s]?)?\d{3,4}[-\s]?\d{3,4}(?:[-\s]?\d{3,5})?(?![\d-])/g,
  )) {
    const digits = said.replace(/\D/g, '')
    if (/^1[3-9]\d{8}$/.test(digits) || /^0[12]\d[2-9]\d{6}$/.test(digits))
      yield { kind: 'phone-short', said }
    else if (/^1[3-9]\d{10}$/.test(digits) || /^0[12]\d[2-9]\d{8}$/.test(digits))
      yield { kind: 'phone-long', said }
    else if (digits.length >= 8 && isPhone(said) && phone !== '' && phoneFrom(said) !== phoneFrom(phone))
      yield { kind: 'phone-differs', said }
  }
}
