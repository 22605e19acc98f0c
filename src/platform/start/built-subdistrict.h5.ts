import type { Subdistrict } from '../../../core/contract/home'

/**
 * Whom the page speaks for before anything was loaded: the server wrote it into the page. Only where the page comes
 * from no server of ours, as in development, does the build say it.
 */
export const builtSubdistrict = JSON.parse(
  process.env.TARO_APP_SUBDISTRICT || (document.getElementById('subdistrict')?.textContent ?? ''),
) as Subdistrict
