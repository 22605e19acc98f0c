import type { Generated } from 'kysely'
import type { CheckState } from '../../../core/domain/me/suggestion'
import type { FacilityGroup, ReportReason } from '../../../core/domain/life-circle/facility'
import type { AccessAnswer } from '../../../core/domain/office/office'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Editable, Moment, NullableMoment } from './columns'

export interface FacilityKindTable extends Editable {
  id: string
  name: string
  sign: string
  kind_group: FacilityGroup
  target_minutes: number
  target_verified: boolean
  complete: boolean
  sort_order: number
}

export interface FacilityTable extends Editable {
  id: string
  kind_id: string
  name: string
  address: string | null
  longitude: number | null
  latitude: number | null
  position_verified: boolean
  phone: string | null
  hours: string | null
  step_free: AccessAnswer
  ramp: AccessAnswer
  accessible_toilet: AccessAnswer
  source: string | null
  verified_on: ShanghaiDay | null
  sort_order: number
}

/** One row: the streets of this 街道 as core/walkshed writes them. */
export interface StreetGraphTable {
  single: Generated<boolean>
  version: string
  form: Buffer
}

export interface FacilityReportTable {
  id: Generated<string>
  /** A facility or an office, which may be gone by now; null for a place that is missing on the map. */
  facility_id: string | null
  reason: ReportReason
  /** Null too where WeChat's check refused it afterwards (CHECK). */
  note: string | null
  checked: CheckState
  /** Null once erased. */
  reporter_id: string | null
  reported_at: Moment
  /** Null while nobody of the staff has dealt with it. */
  handled_at: NullableMoment
}

export interface LifeCircleTables {
  facility_kind: FacilityKindTable
  facility: FacilityTable
  street_graph: StreetGraphTable
  facility_report: FacilityReportTable
}
