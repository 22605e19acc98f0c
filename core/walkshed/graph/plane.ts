import { wgs84, type Wgs84 } from '../../kernel/units'

/**
 * A flat map around one place: decimetres east and north of `longitude`, `latitude` (WGS-84).
 * Equirectangular: exact at its centre, 0.2 % off some 20 km north or south of it. Lengths of edges are
 * measured on the globe and do not suffer from it.
 */
export interface Plane {
  readonly longitude: number
  readonly latitude: number
  readonly perLongitude: number
  readonly perLatitude: number
}

/** Decimetres in one degree of latitude on the mean sphere (IUGG 1980, R1 = 6,371,008.8 m). */
const PER_DEGREE = (6_371_008.8 * 10 * Math.PI) / 180

/** The plane around a position; degrees are rounded to 1e-7 so that an encoded graph has the same plane. */
export function planeAround(centre: Wgs84): Plane {
  const longitude = Math.round(centre[0] * 1e7) / 1e7
  const latitude = Math.round(centre[1] * 1e7) / 1e7
  return {
    longitude,
    latitude,
    perLongitude: PER_DEGREE * Math.cos((latitude * Math.PI) / 180),
    perLatitude: PER_DEGREE,
  }
}

/** Decimetres east of the plane's centre, rounded. */
export function eastOf(plane: Plane, longitude: number): number {
  return Math.round((longitude - plane.longitude) * plane.perLongitude)
}

/** Decimetres north of the plane's centre, rounded. */
export function northOf(plane: Plane, latitude: number): number {
  return Math.round((latitude - plane.latitude) * plane.perLatitude)
}

/** The position of a point of the plane, rounded to six decimals (0.1 m), which is what is drawn and sent. */
export function positionOn(plane: Plane, x: number, y: number): Wgs84 {
  return wgs84(
    Math.round((plane.longitude + x / plane.perLongitude) * 1e6) / 1e6,
    Math.round((plane.latitude + y / plane.perLatitude) * 1e6) / 1e6,
  )
}
