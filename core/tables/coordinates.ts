import { toWgs84, type Datum } from '../kernel/datums'
import type { Wgs84 } from '../kernel/units'
import { tidy } from './values'

/** 从哪里抄的？ */
export const COORDINATE_SOURCES = ['amap', 'tencent', 'baidu', 'gps', 'tianditu', 'unknown'] as const
export type CoordinateSource = (typeof COORDINATE_SOURCES)[number]

const DATUM_OF: Readonly<Record<Exclude<CoordinateSource, 'unknown'>, Datum>> = {
  amap: 'gcj02',
  tencent: 'gcj02',
  baidu: 'bd09',
  gps: 'wgs84',
  tianditu: 'wgs84',
}

/** One place that the pasted numbers may mean. */
export interface Pin {
  readonly source: Exclude<CoordinateSource, 'unknown'>
  readonly position: Wgs84
}

export type CoordinatesReading =
  | { readonly kind: 'pins'; readonly pins: readonly Pin[]; readonly isSwapped: boolean }
  /** `short`: a link that has no numbers in it. */
  | { readonly kind: 'unreadable'; readonly why: 'no-numbers' | 'one-number' | 'not-in-china' | 'short-link' }

/** China's mainland with room to spare: within it no number can be both a longitude and a latitude. */
const [WEST, EAST, SOUTH, NORTH] = [73, 136, 3, 54]

const DECIMAL = /(?<![\d.])\d{1,3}\.\d{3,}/g
const DEGREES =
  /(\d{1,3}) ?[°度] ?(?:(\d{1,2}(?:\.\d+)?) ?['′’分] ?)?(?:(\d{1,2}(?:\.\d+)?) ?(?:["″”]|''|秒)?)?/g

/** Which map a link is of. */
const LINKS: readonly (readonly [pattern: RegExp, source: Exclude<CoordinateSource, 'unknown'>])[] = [
  [/amap\.com|gaode/i, 'amap'],
  [/(?:qq|tencent)\.com/i, 'tencent'],
  [/baidu\.com/i, 'baidu'],
  [/tianditu/i, 'tianditu'],
]

/**
 * Numbers as they are copied from a map: swapped, full-width, in degrees, minutes and seconds, with words around them,
 * or inside a link. From an unknown source there are as many pins as there are datums.
 */
export function readCoordinates(text: string, said: CoordinateSource): CoordinatesReading {
  const typed = decoded(tidy(text)).replace(/，/g, ',')
  const link = /https?:\/\/\S+/i.exec(typed)?.[0] ?? null
  const linked = link === null ? undefined : LINKS.find(([pattern]) => pattern.test(link))?.[1]
  const numbers = numbersIn(typed)
  if (numbers.length === 0) return { kind: 'unreadable', why: link === null ? 'no-numbers' : 'short-link' }
  if (numbers.length === 1) return { kind: 'unreadable', why: 'one-number' }
  const [first = 0, second = 0] = numbers
  const isSwapped = isLatitude(first) && isLongitude(second)
  const [longitude, latitude] = isSwapped ? [second, first] : [first, second]
  if (!isLongitude(longitude) || !isLatitude(latitude)) return { kind: 'unreadable', why: 'not-in-china' }
  const source = said === 'unknown' ? linked : said
  const sources: readonly Pin['source'][] = source === undefined ? ['baidu', 'amap', 'gps'] : [source]
  return {
    kind: 'pins',
    isSwapped,
    pins: sources.map((one) => ({
      source: one,
      position: rounded(toWgs84(longitude, latitude, DATUM_OF[one])),
    })),
  }
}

const isLongitude = (value: number): boolean => value >= WEST && value <= EAST
const isLatitude = (value: number): boolean => value >= SOUTH && value <= NORTH

/** A link may write its commas as %2C. */
function decoded(text: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text) : text
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

function numbersIn(text: string): readonly number[] {
  const degrees = [...text.matchAll(DEGREES)].map(
    ([, whole = '0', minutes = '0', rest = '0']) =>
      Number(whole) + Number(minutes) / 60 + Number(rest) / 3600,
  )
  if (degrees.length >= 2) return degrees
  return [...text.matchAll(DECIMAL)].map(([number]) => Number(number))
}

/** To about a decimetre. */
const rounded = ([longitude, latitude]: Wgs84): Wgs84 =>
  [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))] as unknown as Wgs84
