import { wgs84, type Wgs84 } from './units'

/**
 * Maps in China are shifted by law: 高德 and 腾讯 write GCJ-02, 百度 shifts that once more to BD-09. 天地图 and a phone's
 * own reading are WGS-84, as is everything stored here.
 */
export type Datum = 'wgs84' | 'gcj02' | 'bd09'

/** Krasovsky 1940, on which the shift is reckoned. */
const SEMI_MAJOR = 6_378_245
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943
const BAIDU = (Math.PI * 3000) / 180

/** Degrees that GCJ-02 adds at a position. */
function shiftAt(longitude: number, latitude: number): readonly [number, number] {
  const [x, y] = [longitude - 105, latitude - 35]
  const wave = (unit: number, of: number): number => Math.sin((of / unit) * Math.PI)
  const swell = ((20 * wave(1, 6 * x) + 20 * wave(1, 2 * x)) * 2) / 3
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    swell +
    ((20 * wave(1, y) + 40 * wave(3, y)) * 2) / 3 +
    ((160 * wave(12, y) + 320 * wave(30, y)) * 2) / 3
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    swell +
    ((20 * wave(1, x) + 40 * wave(3, x)) * 2) / 3 +
    ((150 * wave(12, x) + 300 * wave(30, x)) * 2) / 3
  const radians = (latitude / 180) * Math.PI
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2
  return [
    (east * 180) / ((SEMI_MAJOR / Math.sqrt(magic)) * Math.cos(radians) * Math.PI),
    (north * 180) / (((SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)) / (magic * Math.sqrt(magic))) * Math.PI),
  ]
}

/** A position of another datum as WGS-84, to less than a millimetre: the shift is taken back five times over. */
export function toWgs84(longitude: number, latitude: number, datum: Datum): Wgs84 {
  if (datum === 'wgs84') return wgs84(longitude, latitude)
  const [east, north] = datum === 'bd09' ? withoutBaidu(longitude, latitude) : [longitude, latitude]
  let [own, up] = [east, north]
  for (let round = 0; round < 5; round += 1) {
    const [shiftEast, shiftNorth] = shiftAt(own, up)
    ;[own, up] = [east - shiftEast, north - shiftNorth]
  }
  return wgs84(own, up)
}

function withoutBaidu(longitude: number, latitude: number): readonly [number, number] {
  const [x, y] = [longitude - 0.0065, latitude - 0.006]
  const distance = Math.sqrt(x * x + y * y) - 0.000_02 * Math.sin(y * BAIDU)
  const angle = Math.atan2(y, x) - 0.000_003 * Math.cos(x * BAIDU)
  return [distance * Math.cos(angle), distance * Math.sin(angle)]
}
