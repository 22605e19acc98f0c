/**
 * Where a line of Chinese may break: between words, never inside a name, between a number and its counter, before
 * closing punctuation, or so that a single character stands alone on the last line.
 */

const HAN = /\p{Script=Han}/u
const CLOSING = /^[，。、！？：；）」』”’》〉…—·～%％,.!?:;)\]}]+$/u
const OPENING = /[（「『“‘《〈([{]$/u
/** Belongs to the word before it. */
const TRAILING: ReadonlySet<string> = new Set(
  '的了吗呢吧啊着过们里上下中内外前后时处家个位人场次天日月年点分楼层号元岁条项间名块米村站区园店路',
)
/** Words of this field that no dictionary has. */
const PHRASES: readonly string[] = [
  '加梯',
  '会客厅',
  '居委会',
  '生活圈',
  '小程序',
  '验证码',
  '邀请码',
  '身份证',
  '候补',
  '打卡',
  '代报名',
  '问一问',
  '搜一搜',
  '扫一扫',
]
/** A number keeps what follows it, also across a space, up to this many characters. */
const COUNTED = 2
/** What is merged does not grow beyond this: in the largest type a line has no more. */
const LONGEST_UNIT = 5
const NO_BREAK_SPACE = '\u00a0'
/** Allows a break and has no width. An element of its own (`wbr`) would be a gap in what screen readers say. */
const BREAK = '\u200b'
/** Forbids one and has no width either: browsers break behind each hyphen of K7M-P3X-47. */
const NO_BREAK = '\u2060'
const CODE_WITH_HYPHENS = /\b(?=[\dA-Z-]*[A-Z])[\dA-Z]{2,4}(?:-[\dA-Z]{2,4})+\b/g

interface WordSegmenter {
  segment(text: string): Iterable<{ readonly segment: string }>
}

const segmenter: WordSegmenter | null =
  typeof Intl === 'object' && 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null

/** Whether this browser can tell words; one that cannot breaks lines as it always did. */
export const knowsWords = segmenter !== null

const length = (text: string): number => text.trim().length
const hanIn = (text: string): number => [...text].filter((character) => HAN.test(character)).length

/** Words and signs as they follow each other; names that the reader knows are one word. */
function words(text: string, names: readonly string[], by: WordSegmenter): string[] {
  const known = [...PHRASES, ...names].filter((name) => text.includes(name))
  if (known.length === 0) return [...by.segment(text)].map(({ segment }) => segment)
  const pattern = new RegExp(
    `(${[...known]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|')})`,
    'u',
  )
  return text
    .split(pattern)
    .flatMap((part, index) =>
      index % 2 === 1 ? [part] : [...by.segment(part)].map(({ segment }) => segment),
    )
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether the second stays on the line of the first. */
function staysWith(before: string, after: string): boolean {
  if (CLOSING.test(after) || OPENING.test(before)) return true
  const isSpace = after.trim() === ''
  if (isSpace) return /\d$|^（\p{Script=Han}$/u.test(before)
  // （共 16 个）, and a name that is told in part: 王**.
  if ((/^（.\u00a0$/u.test(before) && /^\d/.test(after)) || after.startsWith('*')) return true
  if (/[\d\u00a0]$/.test(before) && hanIn(after) > 0) return hanIn(after) <= COUNTED
  // 14:00–16:00, 2026-12-05, Wi-Fi, an address.
  if (/[\w:.–\-/@?=&%#+]$/.test(before) && /^[\w:.–\-/@?=&%#+]/.test(after)) return true
  if (length(before) + length(after) > LONGEST_UNIT) return false
  if (hanIn(after) === 1 && after.length === 1 && TRAILING.has(after)) return true
  return hanIn(before) === 1 && before.length === 1 && length(after) <= 2
}

/**
 * The pieces between which a line may break, in order; joined they are the text, with a space that must not break as
 * U+00A0.
 * @param names of places and people that stay in one piece
 */
export function lineUnits(
  text: string,
  names: readonly string[] = [],
  by: WordSegmenter | null = segmenter,
): readonly string[] {
  if (by === null || hanIn(text) < 2) return [text]
  const units: string[][] = []
  for (const word of words(text, names, by)) {
    const last = units.at(-1)
    const before = last?.join('') ?? ''
    if (last !== undefined && staysWith(before, word)) last.push(word.trim() === '' ? NO_BREAK_SPACE : word)
    else units.push([word])
  }
  return endTogether(units).map((unit) => unit.join(''))
}

/** A paragraph ends with two characters at least, closing punctuation aside. */
function endTogether(units: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [last, before] = [units.at(-1), units.at(-2)]
  if (last === undefined || before === undefined || [...last.join('')].filter(isVisible).length >= 2)
    return units
  const stays = before.slice(0, -1)
  return endTogether([
    ...units.slice(0, -2),
    ...(stays.length > 0 ? [stays] : []),
    [...before.slice(-1), ...last],
  ])
}

const isVisible = (character: string): boolean => character.trim() !== '' && !CLOSING.test(character)

/** Whether a link or another element stands beside the text in the same line. */
interface Neighbours {
  readonly afterElement?: boolean
  readonly beforeElement?: boolean
}

/** The text as a page shows it, with an invisible sign at each place where a line may break. */
export function withBreaks(
  text: string,
  names: readonly string[] = [],
  { afterElement = false, beforeElement = false }: Neighbours = {},
): string {
  const units = lineUnits(text, names)
  const breaksFirst = afterElement && [...text].filter(isVisible).length >= 2 && !CLOSING.test(text.charAt(0))
  const breaksLast = beforeElement && text.trim() !== '' && !OPENING.test(text)
  const shown = units.join(BREAK)
  // A code by itself, as large as may be, breaks where it has to.
  const held =
    hanIn(text) === 0
      ? shown
      : shown.replace(CODE_WITH_HYPHENS, (code) => code.replaceAll('-', `-${NO_BREAK}`))
  return `${breaksFirst ? BREAK : ''}${held}${breaksLast ? BREAK : ''}`
}

/** The text as it was written, for whoever copies it from a page. */
export const withoutBreaks = (shown: string): string =>
  shown.replaceAll(BREAK, '').replaceAll(NO_BREAK, '').replaceAll(NO_BREAK_SPACE, ' ')
