/** A text as it is compared, and where each of its characters stands in the text that people read. */
export interface Plain {
  readonly text: string
  /** Index in the original for each character of `text`. */
  readonly origin: readonly number[]
}

/** 一 to 鿿: nearly all that is ever typed. */
const isChinese = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

const isDigitOrSmallLetter = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)

/** General punctuation and symbols; the punctuation of Chinese; private use, and what is left of wide forms. */
const SIGNS: readonly (readonly [number, number])[] = [
  [0x0000, 0x00bf],
  [0x02b0, 0x036f],
  [0x2000, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x3000, 0x303f],
  [0xd800, 0xf8ff],
  [0xfe00, 0xffff],
]

const isSign = (code: number): boolean => SIGNS.some(([first, last]) => code >= first && code <= last)

/**
 * Small letters, digits and characters only: wide and accented forms become plain ones, blanks, signs, emoji and
 * halves of surrogate pairs fall out. Total on any string; O(length).
 */
export function plain(original: string): Plain {
  let text = ''
  const origin: number[] = []
  for (let index = 0; index < original.length; index += 1) {
    for (const character of forms(original, index)) {
      text += character
      origin.push(index)
    }
  }
  return { text, origin }
}

/** What one UTF-16 unit becomes: one character, several (㎡), or none. */
function forms(original: string, index: number): string {
  const unit = original.charAt(index)
  const code = original.charCodeAt(index)
  if (isChinese(code) || isDigitOrSmallLetter(code)) return unit
  const taken = unit.normalize('NFKD').toLowerCase()
  let kept = ''
  for (let at = 0; at < taken.length; at += 1) {
    const part = taken.charCodeAt(at)
    if (isDigitOrSmallLetter(part) || !isSign(part)) kept += taken.charAt(at)
  }
  return kept
}

/** Letters only: pinyin, whole or in initials. */
export const isLetters = (text: string): boolean => /^[a-z]+$/.test(text)

/** `[from, to)` of a plain text, as a range of the text that people read. */
export function originRange(
  { origin }: Plain,
  from: number,
  to: number,
): readonly [from: number, to: number] {
  return [origin[from] ?? 0, (origin[to - 1] ?? 0) + 1]
}
