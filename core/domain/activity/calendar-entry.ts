import { addDays, instant, instantAt, shanghaiDay, type Instant } from '../../kernel/shanghai-time'
import { MINUTE } from './deadlines'

/** One activity as a phone's calendar takes it. */
export interface CalendarEntry {
  readonly activityId: string
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Where to go now. */
  readonly place: string
  /** Below the title; empty where there is nothing to say. */
  readonly about: string
  /** When staff changed it last; `null` where nothing was changed. */
  readonly changedAt: Instant | null
}

/** 18:00 of the evening before, in minutes of the day. */
const EVENING = 18 * 60
const HOUR = 60 * MINUTE

/**
 * Milliseconds before the start at which the phone is to ring: the evening before at 18:00, one hour before where that
 * has passed, and at the start where that has passed as well.
 */
export function alarmLead(startsAt: Instant, now: Instant): number {
  const evening = instantAt(addDays(shanghaiDay(startsAt), -1), EVENING)
  if (evening > now) return startsAt - evening
  return startsAt - HOUR > now ? HOUR : 0
}

/**
 * The entry as a calendar file (RFC 5545): lines end in CR LF and are folded at 75 octets of UTF-8, times are Shanghai's.
 * The same activity has the same UID for ever, and a later change a higher SEQUENCE, so that calendars replace it.
 * @param host whose activity it is, for the UID
 */
export function calendarFile(entry: CalendarEntry, host: string, now: Instant): string {
  const { activityId, title, startsAt, endsAt, place, about, changedAt } = entry
  const lead = Math.round(alarmLead(startsAt, now) / MINUTE)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${host}//activities//ZH`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Shanghai',
    'BEGIN:STANDARD',
    'DTSTART:19910915T000000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `UID:${activityId}@${host}`,
    `SEQUENCE:${changedAt === null ? 0 : Math.floor(changedAt / MINUTE)}`,
    `DTSTAMP:${stamp(now, 0)}Z`,
    `DTSTART;TZID=Asia/Shanghai:${stamp(startsAt, SHANGHAI)}`,
    `DTEND;TZID=Asia/Shanghai:${stamp(endsAt, SHANGHAI)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    ...(about === '' ? [] : [`DESCRIPTION:${escaped(about)}`]),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-PT${lead}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const SHANGHAI = 8 * HOUR

/** 20261201T140000 of an instant, so many milliseconds east of Greenwich. */
const stamp = (moment: Instant, east: number): string =>
  new Date(instant(moment + east)).toISOString().slice(0, 19).replace(/[-:]/g, '')

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

const LONGEST = 75

const octets = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** No character is cut in two; a line that goes on begins with a space. */
function folded(line: string): string {
  let [text, room] = ['', LONGEST]
  for (const character of line) {
    const size = octets(character)
    if (size > room) {
      text += '\r\n '
      room = LONGEST - 1
    }
    text += character
    room -= size
  }
  return text
}
