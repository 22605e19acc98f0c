import { isNumeral, readNumber } from './numbers'

/**
 * A text as it is compared, and where each of its characters stands in the text that people read. All digits of a
 * number stand where the number stands.
 */
export interface Plain {
  readonly text: string
  /** For each character of `text` the first index in the original. */
  readonly origin: readonly number[]
  /** The last one, inclusive. */
  readonly last: readonly number[]
}

/** 一 to 鿿: nearly all that is ever typed. */
const isChinese = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

const isDigitOrSmallLetter = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)

/** General punctuation and symbols; the punctuation of Chinese but for 〇; private use, and what is left of wide forms. */
const SIGNS: readonly (readonly [number, number])[] = [
  [0x0000, 0x00bf],
  [0x02b0, 0x036f],
  [0x2000, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x3000, 0x3006],
  [0x3008, 0x303f],
  [0xd800, 0xf8ff],
  [0xfe00, 0xffff],
]

const isSign = (code: number): boolean => SIGNS.some(([first, last]) => code >= first && code <= last)

/**
 * Small letters, digits and characters only: wide and accented forms become plain ones, numbers are written in digits
 * (八十八, 廿), blanks, signs, emoji and halves of surrogate pairs fall out. A text and a query go through the same, so
 * that a numeral in a name that is no number (一网通办) finds itself. Total on any string; O(length).
 */
export function plain(original: string): Plain {
  const characters: string[] = []
  const origin: number[] = []
  let hasNumerals = false
  for (let index = 0; index < original.length; index += 1) {
    for (const character of forms(original, index)) {
      characters.push(character)
      origin.push(index)
      hasNumerals ||= isNumeral(character)
    }
  }
  const text = characters.join('')
  return hasNumerals ? withNumbers(text, origin) : { text, origin, last: origin }
}

/** The same with its numbers in digits. What signs divide are two numbers. */
function withNumbers(text: string, origin: readonly number[]): Plain {
  let written = ''
  const first: number[] = []
  const last: number[] = []
  for (let at = 0; at < text.length;) {
    const number = isNumeral(text.charAt(at)) ? readNumber(text.slice(at, endOfRun(text, origin, at))) : null
    const taken = number?.taken ?? 1
    const digits = number?.digits ?? text.charAt(at)
    written += digits
    for (let digit = 0; digit < digits.length; digit += 1) {
      first.push(origin[at] ?? 0)
      last.push(origin[at + taken - 1] ?? 0)
    }
    at += taken
  }
  return { text: written, origin: first, last }
}

/** Behind the last numeral, and the character after it, that stand side by side in the original. */
function endOfRun(text: string, origin: readonly number[], from: number): number {
  let end = from + 1
  while (end < text.length && (origin[end] ?? 0) - (origin[end - 1] ?? 0) <= 1) {
    end += 1
    if (!isNumeral(text.charAt(end - 1))) break
  }
  return end
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

/** Letters, with or without numbers between them: pinyin, whole or in initials. */
export const isLetters = (text: string): boolean => /^[a-z0-9]*[a-z][a-z0-9]*$/.test(text)

const isDigit = (character: string): boolean => character >= '0' && character <= '9'

/** Whether a number lasts over this place of the text. */
export const isInNumber = ({ text, origin }: Plain, at: number): boolean =>
  isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at)) && origin[at - 1] === origin[at]

/** The next place from which `wanted` stands in the text without beginning in the middle of a number; -1 for none. */
export function placeOf(wanted: string, where: Plain, from = 0): number {
  let at = where.text.indexOf(wanted, from)
  while (at > 0 && isInNumber(where, at)) at = where.text.indexOf(wanted, at + 1)
  return at
}

/** The numbers of a plain text, in order. */
export const numbersOf = (text: string): string => (text.match(/\d+/g) ?? []).join(' ')

/** `[from, to)` of a plain text, as a range of the text that people read. */
export function originRange(
  { origin, last }: Plain,
  from: number,
  to: number,
): readonly [from: number, to: number] {
  return [origin[from] ?? 0, (last[to - 1] ?? 0) + 1]
}
