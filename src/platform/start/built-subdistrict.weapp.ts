import type { Subdistrict } from '../../../core/contract/home'

/** Whom the mini-program speaks for before anything was loaded: the data pack that it was built with. */
export const builtSubdistrict = JSON.parse(process.env.TARO_APP_SUBDISTRICT ?? '') as Subdistrict
