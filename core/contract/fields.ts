import {
  check,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  pipe,
  regex,
  string,
  transform,
  trim,
  uuid,
} from 'valibot'
import { charactersIn } from '../shapes/characters'
import { withoutInvisible } from '../shapes/invisible'
import { SLUG, SLUG_LENGTH } from '../shapes/slug'
import { isShanghaiDay, parseInstant, tryParseInstant } from '../kernel/shanghai-time'

/** One act of one person on one phone; made by the client, sent again with every retry of that act. */
export const requestId = pipe(string(), maxLength(36), uuid('requestId must be a UUID'))

/** A whole number between two, both included: without an end 1e308 would be one. */
export const whole = (least: number, most: number) =>
  pipe(number(), integer(), minValue(least), maxValue(most))

/** A key that a non-programmer types into the data pack: lower-case letters, digits and hyphens, at most 60. */
export const slug = pipe(
  string(),
  maxLength(SLUG_LENGTH),
  regex(SLUG, 'use lower-case letters, digits and hyphens'),
)

/** Instants outside these years are slips or mischief, and no calendar here reaches them. */
const EARLIEST = parseInstant('2000-01-01T00:00:00Z')
const LATEST = parseInstant('2100-01-01T00:00:00Z')

const withinOurTimes = (text: string): boolean => {
  const moment = tryParseInstant(text)
  return moment !== null && moment >= EARLIEST && moment < LATEST
}

/** An instant on the wire, ISO 8601 with an offset or `Z`, in the years 2000 to 2099. */
export const isoInstant = pipe(
  string(),
  maxLength(40),
  check(withinOurTimes, 'write an instant with its offset, like 2026-11-22T01:12:00Z'),
)

/** A Shanghai calendar day that exists, `YYYY-MM-DD`, in the years 2000 to 2099. */
export const shanghaiDay = pipe(
  string(),
  maxLength(10),
  check((text) => isShanghaiDay(text) && text >= '2000' && text < '2100', 'write a day like 2026-11-22'),
)

/** With the flag `u` a surrogate matches only when it stands alone: half a character, which no database takes. */
// eslint-disable-next-line no-control-regex -- the very characters that must not get in
export const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]*$/u

/** `maxLength` as people and the database count: a character beyond the first 65,536 is one. */
export const maxCharacters = (longest: number) => {
  const inUnits = maxLength<string, number>(longest)
  const run: (typeof inUnits)['~run'] = (dataset, config) =>
    // What is no text at all was refused before.
    typeof dataset.value === 'string' && charactersIn(dataset.value) > longest
      ? inUnits['~run'](dataset, config)
      : dataset
  return { ...inUnits, '~run': run }
}

/** What somebody typed or scanned, perhaps nothing: its meaning is judged, not its form. */
export const typed = (longest: number) =>
  pipe(string(), maxCharacters(longest), regex(ONE_LINE, 'leave out control characters'))

/** One line that people read, trimmed, 1 to `longest` characters, without control characters or line breaks. */
export const line = (longest: number) =>
  pipe(
    string(),
    transform(withoutInvisible),
    trim(),
    minLength(1),
    maxCharacters(longest),
    regex(ONE_LINE, 'leave out control characters'),
  )

/** With the flag `u` a surrogate matches only when it stands alone. Line breaks stay. */
// eslint-disable-next-line no-control-regex -- the very characters that must not get in
const LINES = /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\ud800-\udfff]*$/u

/** Some lines that people read, trimmed, 1 to `longest` characters. */
export const lines = (longest: number) =>
  pipe(
    string(),
    transform(withoutInvisible),
    trim(),
    minLength(1),
    maxCharacters(longest),
    regex(LINES, 'leave out control characters'),
  )
