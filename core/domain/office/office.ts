import type { ShanghaiDay } from '../../kernel/shanghai-time'
import type { Wgs84 } from '../../kernel/units'

/** 会客厅 · 党群服务站 · 社区综合活动室 · 综合服务中心. */
export const OFFICE_KINDS = ['living-room', 'party-service', 'activity-room', 'service-centre'] as const
export type OfficeKind = (typeof OFFICE_KINDS)[number]

/** `moved` and `closed` offices keep their page and name a successor where there is one. */
export const OFFICE_STATUSES = ['open', 'moved', 'closed'] as const
export type OfficeStatus = (typeof OFFICE_STATUSES)[number]

/** 有 · 没有 · 未核实. `unverified` never reads as `yes`. */
export const ACCESS_ANSWERS = ['yes', 'no', 'unverified'] as const
export type AccessAnswer = (typeof ACCESS_ANSWERS)[number]

/** One opening `[from, to)` in minutes of a Shanghai day; `to` is at most 1440. */
export type OpeningInterval = readonly [fromMinute: number, toMinute: number]

/** Seven days, Monday first; a day without intervals is a day off. */
export type WeeklyHours = readonly (readonly OpeningInterval[])[]

/** What holds on one day instead of the weekly hours; no intervals means closed. */
export interface HoursException {
  readonly day: ShanghaiDay
  readonly intervals: readonly OpeningInterval[]
  readonly note: string | null
}

/** A part of an office with hours of its own, for example its 24-hour self-service area. */
export interface OpeningZone {
  readonly id: string
  readonly name: string
  /** The zone that answers "is this office open?"; each office has exactly one. */
  readonly main: boolean
  readonly alwaysOpen: boolean
  /** `null` when nobody has verified the hours: reads 时间待核实. */
  readonly weekly: WeeklyHours | null
  /** Whether the zone keeps its hours on public holidays; otherwise it is closed on them. */
  readonly opensOnHolidays: boolean
  readonly exceptions: readonly HoursException[]
}

/** The row of an office in the directory: enough to sort, filter, call and open it offline. */
export interface OfficeSummary {
  readonly id: string
  readonly kind: OfficeKind
  /** 金梅园百姓会客厅. */
  readonly name: string
  /** 金梅园. */
  readonly shortName: string
  readonly neighbourhoodId: string | null
  readonly address: string | null
  /** How a neighbour would say where it is, for example 云溪二中对面. */
  readonly landmark: string | null
  readonly position: Wgs84 | null
  /** False while the position is an estimate. */
  readonly positionVerified: boolean
  readonly phone: string | null
  readonly status: OfficeStatus
  readonly successorId: string | null
  readonly zones: readonly OpeningZone[]
  readonly serviceIds: readonly string[]
}

/** What can be done at an office, with the words people use for it. */
export interface Service {
  readonly id: string
  readonly name: string
  /** Other words for the same need, for example 装电梯 for 加梯咨询. */
  readonly alsoCalled: readonly string[]
  readonly description: string | null
}

export interface EntranceAccess {
  readonly ramp: AccessAnswer
  readonly lift: AccessAnswer
  readonly accessibleToilet: AccessAnswer
  readonly hearingLoop: AccessAnswer
  /** Clear width of the door in centimetres; `null` when not measured. */
  readonly doorWidthCm: number | null
}

export interface Entrance {
  readonly id: string
  readonly name: string
  readonly position: Wgs84 | null
  readonly stepFree: AccessAnswer
  readonly access: EntranceAccess
  readonly verifiedOn: ShanghaiDay | null
}

export interface Office extends OfficeSummary {
  readonly about: string | null
  readonly entrances: readonly Entrance[]
  readonly source: string | null
  /** The last day on which somebody checked this record on the spot. */
  readonly verifiedOn: ShanghaiDay | null
}

/** 居委会 (居民区). */
export interface Neighbourhood {
  readonly id: string
  readonly name: string
  /** The 会客厅 that serves it; `null` while unknown. */
  readonly officeId: string | null
  readonly phone: string | null
}

/** 小区. Each belongs to exactly one neighbourhood, as soon as somebody knows which. */
export interface Compound {
  readonly id: string
  readonly name: string
  /** `null` while unknown. */
  readonly neighbourhoodId: string | null
  /** False while the mapping is an estimate: reads 归属待核实. */
  readonly neighbourhoodVerified: boolean
  readonly position: Wgs84 | null
  readonly positionVerified: boolean
  /** Whom to ask in this 微网格, as a role ("第三微网格 社工"), never a private person's name. */
  readonly gridContact: string | null
  readonly gridPhone: string | null
}
