import { wgs84 } from '../../../core/kernel/units'
import { LOCATE_TIMEOUT_MS, type Located } from './locating'

/** Browsers ask by themselves, in words of their own, and answer in WGS-84. */
export function locate(): Promise<Located> {
  if (!('geolocation' in navigator)) return Promise.resolve({ kind: 'not-located', why: 'unavailable' })
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ kind: 'located', position: wgs84(coords.longitude, coords.latitude) }),
      (error) =>
        resolve({
          kind: 'not-located',
          why: error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable',
        }),
      { timeout: LOCATE_TIMEOUT_MS, maximumAge: 60_000, enableHighAccuracy: true },
    )
  })
}
