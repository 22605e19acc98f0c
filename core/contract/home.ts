import { strictObject } from 'valibot'
import type { AnnouncedActivity } from './activity/activity-page'
import { endpoint, type } from './endpoint'
import type { ArticleSummary, UrgentNotice } from './news'
import type { Directory } from './office'

/** Who runs this and how to reach them. Everything here comes from the data pack's settings. */
export interface Subdistrict {
  /** 云溪街道. */
  readonly name: string
  /** What such a subdistrict is called in a sentence that does not name it: 写给街道. */
  readonly kind: '街道' | '镇'
  /** Who runs this, as the trust line says it: 云溪街道办事处. */
  readonly organiser: string
  /** 云溪会客厅. */
  readonly appName: string
  /** The number printed in the trust line; with `null` the hotline stands there. */
  readonly phone: string | null
  /** The city's number for everything. */
  readonly hotline: string
  /** What the targets of the life circle follow, with its year: 《…规划导则》（2016）. */
  readonly guideline: string
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
      activities: readonly AnnouncedActivity[]
      /** What holds now, the latest first; at most three. */
      notices: readonly UrgentNotice[]
      /** The newest few. */
      news: readonly ArticleSummary[]
    }>(),
    refusals: [],
  }),
} as const
