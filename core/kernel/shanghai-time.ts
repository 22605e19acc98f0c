import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

declare const kind: unique symbol

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. Inside the programs only; on the wire it is an `IsoInstant`. */
export type Instant = number & { readonly [kind]: 'instant' }
/** A moment as it travels: ISO 8601 in UTC, for example `2026-11-22T01:12:00.000Z`. */
export type IsoInstant = string & { readonly [kind]: 'iso-instant' }
/** A calendar day in Shanghai, `YYYY-MM-DD`. */
export type ShanghaiDay = string & { readonly [kind]: 'shanghai-day' }
/** Minutes since 00:00 of a Shanghai day, 0 to 1440 inclusive (1440 is the end of the day). */
export type MinuteOfDay = number & { readonly [kind]: 'minute-of-day' }

/** China has kept one offset, +08:00, without summer time since 1992; fixed so that no `Intl` zone is needed. */
const SHANGHAI_OFFSET_MINUTES = 480
const MINUTE = 60_000

export const instant = (milliseconds: number): Instant => milliseconds as Instant

/** ISO 8601 to the minute or finer, with `Z` or an offset. */
const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/

/** Null when the text is no ISO 8601 moment with an offset, or names a day that does not exist. */
export function tryParseInstant(text: string): Instant | null {
  const day = ISO_MOMENT.exec(text)?.[1]
  if (day === undefined || !isShanghaiDay(day)) return null
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? null : instant(milliseconds)
}

/** @throws RangeError when the text is no ISO 8601 moment with an offset. */
export function parseInstant(text: string): Instant {
  const moment = tryParseInstant(text)
  if (moment === null) throw new RangeError(`not an ISO 8601 instant with an offset: ${text}`)
  return moment
}

/** A calendar day that exists, written `YYYY-MM-DD`; 2026-02-30 is none. */
export const isShanghaiDay = (text: string): text is ShanghaiDay =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(`${text}T00:00:00Z`).format('YYYY-MM-DD') === text

export const toIso = (moment: Instant): IsoInstant => dayjs.utc(moment).toISOString() as IsoInstant

const inShanghai = (moment: Instant): Dayjs => dayjs.utc(moment).utcOffset(SHANGHAI_OFFSET_MINUTES)

/** The first of them. */
export const earliest = (first: Instant, ...others: readonly Instant[]): Instant =>
  instant(Math.min(first, ...others))

export const shanghaiDay = (moment: Instant): ShanghaiDay =>
  inShanghai(moment).format('YYYY-MM-DD') as ShanghaiDay

export function minuteOfDay(moment: Instant): MinuteOfDay {
  const local = inShanghai(moment)
  return (local.hour() * 60 + local.minute()) as MinuteOfDay
}

/** The instant at which `minute` of `day` begins in Shanghai. */
export const instantAt = (day: ShanghaiDay, minute: number): Instant =>
  instant(dayjs.utc(`${day}T00:00:00Z`).valueOf() - SHANGHAI_OFFSET_MINUTES * MINUTE + minute * MINUTE)

export const addDays = (day: ShanghaiDay, days: number): ShanghaiDay =>
  dayjs.utc(`${day}T00:00:00Z`).add(days, 'day').format('YYYY-MM-DD') as ShanghaiDay

/** The instant at which the Shanghai day of this one is over. */
export const endOfDay = (moment: Instant): Instant => instantAt(addDays(shanghaiDay(moment), 1), 0)

/** ISO weekday of a calendar day: 1 is Monday, 7 is Sunday. */
export const weekday = (day: ShanghaiDay): 1 | 2 | 3 | 4 | 5 | 6 | 7 =>
  (dayjs.utc(`${day}T00:00:00Z`).day() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: ShanghaiDay, to: ShanghaiDay): number =>
  dayjs.utc(`${to}T00:00:00Z`).diff(dayjs.utc(`${from}T00:00:00Z`), 'day')

/** `9:12`, `20:00`, and `24:00` for the end of a day. */
export const clockText = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
