import { strictObject } from 'valibot'
import type { AnnouncedActivity } from './activity/activity-page'
import { endpoint, type } from './endpoint'
import type { ArticleSummary, UrgentNotice } from './news'
import type { Directory } from './office'
import type { MyRegistration } from './registration/registration'
import { version, type Versioned } from './versioned'

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

/** What the first screen shows to everybody. */
export interface HomeContent {
  readonly subdistrict: Subdistrict
  readonly directory: Directory
  /** The next few of the coming seven days, earliest first; workshops stand on the page of their market. */
  readonly activities: readonly AnnouncedActivity[]
  /** What holds now, the latest first; at most three. */
  readonly notices: readonly UrgentNotice[]
  /** The newest few. */
  readonly news: readonly ArticleSummary[]
}

/** What the first screen says to whoever is signed in. */
export interface OwnAtAGlance {
  /** The registration that comes next. */
  readonly next: MyRegistration | null
  /** How many more are to come. */
  readonly more: number
  /** Messages that nobody has read. */
  readonly unread: number
}

export const home = {
  /** The whole first screen in one call. With the version that the phone has, mostly what is one's own alone. */
  'home.show': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ version }),
    output: type<HomeContent | (Versioned<HomeContent> & { readonly mine: OwnAtAGlance | null })>(),
    refusals: [],
  }),
} as const
