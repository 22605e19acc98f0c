import { types } from 'pg'
import type { CustomTypesConfig } from 'pg'

/** Object ids of PostgreSQL's own types; they are fixed (pg_type.dat). */
const BIGINT = 20
const BIGINT_ARRAY = 1016
const DATE = 1082
const DATE_ARRAY = 1182
const TIMESTAMP = 1114
const TIMESTAMP_ARRAY = 1115
const TIMESTAMPTZ = 1184
const TIMESTAMPTZ_ARRAY = 1185
const TEXT_ARRAY = 1009 as Parameters<typeof types.getTypeParser>[0]

const asWritten = (text: string): string => text

/** @throws RangeError beyond ±(2^53 − 1), where a JavaScript number would silently be another one. */
function parseBigint(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`bigint ${text} does not fit a JavaScript number exactly`)
  return value
}

/** Microseconds are cut to milliseconds; `infinity` and `-infinity` become the numbers of that name. */
function parseTimestamptz(text: string): number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY
  if (text === '-infinity') return Number.NEGATIVE_INFINITY
  // PostgreSQL writes 2026-11-22 01:12:00.123456+00; the ISO form wants a T, three decimals and minutes in the offset.
  const iso = text
    .replace(' ', 'T')
    .replace(/(\.\d{3})\d+/, '$1')
    .replace(/([+-]\d{2})$/, '$1:00')
  const milliseconds = Date.parse(iso)
  if (Number.isNaN(milliseconds))
    throw new RangeError(`timestamptz ${text} is outside what JavaScript can hold`)
  return milliseconds
}

/** node-postgres' own parser of `text[]`: it knows quotes, NULL and nesting. */
const textArray = types.getTypeParser(TEXT_ARRAY) as (text: string) => (string | null)[]

const arrayOf =
  <Value>(parse: (text: string) => Value) =>
  (text: string): (Value | null)[] =>
    textArray(text).map((element) => (element === null ? null : parse(element)))

const parsers = new Map<number, (text: string) => unknown>([
  [BIGINT, parseBigint],
  [BIGINT_ARRAY, arrayOf(parseBigint)],
  [DATE, asWritten],
  [DATE_ARRAY, arrayOf(asWritten)],
  // Without a zone it is no moment: left as written, so that nobody reads it in the zone of the machine.
  [TIMESTAMP, asWritten],
  [TIMESTAMP_ARRAY, arrayOf(asWritten)],
  [TIMESTAMPTZ, parseTimestamptz],
  [TIMESTAMPTZ_ARRAY, arrayOf(parseTimestamptz)],
])

/**
 * How PostgreSQL's values are read: `bigint` (so `count(*)` too) → number, refused beyond 2^53;
 * `timestamptz` → milliseconds since 1970 UTC (`Instant`); `date` → `YYYY-MM-DD`; `numeric` stays a string.
 * Written are: a moment as `Date`, a day as `YYYY-MM-DD`, the rest as node-postgres does.
 */
export const valueTypes: CustomTypesConfig = {
  getTypeParser(oid, format) {
    const own = format === 'binary' ? undefined : parsers.get(oid)
    return own ?? types.getTypeParser(oid, format)
  },
}
