import { metres, type Metres, type Wgs84 } from './units'

/** Mean Earth radius in metres (IUGG 1980, R1). */
const EARTH_RADIUS = 6_371_008.8

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle ("straight line") distance between two WGS-84 positions by the haversine formula. */
export function straightLine(from: Wgs84, to: Wgs84): Metres {
  const latitudeStep = radians(to[1] - from[1])
  const longitudeStep = radians(to[0] - from[0])
  const chord =
    Math.sin(latitudeStep / 2) ** 2 +
    Math.cos(radians(from[1])) * Math.cos(radians(to[1])) * Math.sin(longitudeStep / 2) ** 2
  return metres(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord))))
}
