declare const unit: unique symbol
type Branded<Base, Name extends string> = Base & { readonly [unit]: Name }

/** A length or distance in metres. */
export type Metres = Branded<number, 'metres'>
/** A span of time in whole or fractional seconds. */
export type Seconds = Branded<number, 'seconds'>

/** `[longitude, latitude]` in degrees on the WGS-84 datum: what is stored, routed and transmitted. */
export type Wgs84 = Branded<readonly [longitude: number, latitude: number], 'wgs84'>
/** `[longitude, latitude]` in degrees on GCJ-02: only what is handed to WeChat's map and `openLocation`. */
export type Gcj02 = Branded<readonly [longitude: number, latitude: number], 'gcj02'>

export const metres = (value: number): Metres => value as Metres
export const seconds = (value: number): Seconds => value as Seconds

/**
 * A WGS-84 position, longitude first.
 * @throws RangeError when a coordinate is not finite or not on the globe; the message names it.
 */
export function wgs84(longitude: number, latitude: number): Wgs84 {
  if (!(longitude >= -180 && longitude <= 180)) {
    throw new RangeError(`longitude must be within [-180, 180], got ${longitude}`)
  }
  if (!(latitude >= -90 && latitude <= 90)) {
    throw new RangeError(`latitude must be within [-90, 90], got ${latitude}`)
  }
  return [longitude, latitude] as unknown as Wgs84
}
