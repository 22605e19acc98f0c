import { strictObject } from 'valibot'
import type { ActivitySummary } from './activity/activity-page'
import { endpoint, type } from './endpoint'
import type { ArticleSummary, UrgentNotice } from './news'
import type { Directory } from './office'

/** Who runs this and how to reach them. Everything here comes from the data pack's settings. */
export interface Subdistrict {
  /** 曹杨新村街道. */
  readonly name: string
  /** 曹杨百姓会客厅. */
  readonly appName: string
  /** The number printed in the trust line; `null` reads 号码待核实，请打 12345. */
  readonly phone: string | null
  /** The city's hotline, 12345. */
  readonly hotline: string
  /** 审图号 shown on every map; `null` while the maps are sketches. */
  readonly mapLicence: string | null
  /** Minutes before closing from which 即将关门 is said. */
  readonly closingSoonMinutes: number
}

export const home = {
  /** The whole first screen in one call. */
  'home.show': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({}),
    output: type<{
      subdistrict: Subdistrict
      directory: Directory
      /** The next few of the coming seven days, earliest first; workshops stand on the page of their market. */
      activities: readonly ActivitySummary[]
      /** What holds now, the latest first; at most three. */
      notices: readonly UrgentNotice[]
      /** The newest few. */
      news: readonly ArticleSummary[]
    }>(),
    refusals: [],
  }),
} as const
