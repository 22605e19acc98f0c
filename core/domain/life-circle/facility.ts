import type { ShanghaiDay } from '../../kernel/shanghai-time'
import type { Wgs84 } from '../../kernel/units'
import type { AccessAnswer } from '../office/office'

/** 宜居 · 宜业 · 宜游 · 宜学 · 宜养. */
export const FACILITY_GROUPS = ['living', 'working', 'leisure', 'learning', 'care'] as const
export type FacilityGroup = (typeof FACILITY_GROUPS)[number]

/** A kind of place, and how near the standard wants one. */
export interface FacilityKind {
  readonly id: string
  /** 幸福餐吧. */
  readonly name: string
  /** One character that stands for it on the map: 食. */
  readonly sign: string
  readonly group: FacilityGroup
  /** Minutes on foot within which the standard wants one. */
  readonly targetMinutes: number
  /** False while nobody compared the target with the standard's own table. */
  readonly targetVerified: boolean
  /** Every place of this kind is recorded: only then may the map say that one is missing. */
  readonly complete: boolean
}

export interface Facility {
  readonly id: string
  readonly kindId: string
  readonly name: string
  readonly address: string | null
  /** `null` while nobody knows where it is: it stands in the list without minutes. */
  readonly position: Wgs84 | null
  readonly positionVerified: boolean
  readonly phone: string | null
  /** In the editor's words; `null` reads 时间待核实. */
  readonly hours: string | null
  readonly stepFree: AccessAnswer
  readonly ramp: AccessAnswer
  readonly accessibleToilet: AccessAnswer
  readonly source: string | null
  /** The last day on which somebody checked this record on the spot. */
  readonly verifiedOn: ShanghaiDay | null
  /** It is an office, with a page of its own under this id. */
  readonly isOffice: boolean
}

/** What can be wrong with a place on the map. */
export const REPORT_REASONS = ['closed', 'moved', 'hours', 'access', 'missing', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

/** Months after which a record is called old. */
const STALE_AFTER_MONTHS = 12

/** Whether a record was never checked, or last checked more than twelve months before `today`. */
export function isStale(verifiedOn: ShanghaiDay | null, today: ShanghaiDay): boolean {
  if (verifiedOn === null) return true
  const [year = 0, month = 0] = verifiedOn.split('-').map(Number)
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number)
  const months = (thisYear - year) * 12 + thisMonth - month
  if (months !== STALE_AFTER_MONTHS) return months > STALE_AFTER_MONTHS
  return today.slice(8) > verifiedOn.slice(8)
}
