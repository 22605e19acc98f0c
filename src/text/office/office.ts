import { POSITION_UNVERIFIED } from '../vocabulary'
import type { AccessAnswer, OfficeKind } from '../../../core/domain/office/office'
import type { Metres } from '../../../core/kernel/units'

export const KIND_NAMES: Readonly<Record<OfficeKind, string>> = {
  'living-room': '会客厅',
  'party-service': '党群服务站',
  'activity-room': '活动室',
  'service-centre': '服务中心',
}

/** 未核实 never reads as 有. */
export const ACCESS_WORDS: Readonly<Record<AccessAnswer, string>> = {
  yes: '有',
  no: '没有',
  unverified: '未核实',
}

export const STEP_FREE_WORDS: Readonly<Record<AccessAnswer, string>> = {
  yes: '没有台阶',
  no: '有台阶',
  unverified: '台阶未核实',
}

export const ADDRESS_UNKNOWN = '地址待核实'

/**
 * 直线约 350 米: a straight line, rounded to 50 m below one kilometre and to 100 m above; never minutes,
 * which only the street network can tell.
 */
export function distanceText(metres: Metres): string {
  if (metres < 975) return `直线约 ${Math.max(50, Math.round(metres / 50) * 50)} 米`
  return `直线约 ${(metres / 1000).toFixed(1)} 公里`
}

/** 直线约 350 米，位置待核实: the same towards a place that somebody only estimated. */
export const estimatedDistance = (metres: Metres): string => `${distanceText(metres)}，${POSITION_UNVERIFIED}`

/** By the streets, as the life circle reckoned it for whoever walks. */
export const walkMinutes = (minutes: number): string => `步行 ${minutes} 分钟`

/** Wheels get no minutes where nobody has looked for steps. */
export const WHEELS_UNVERIFIED = '这段路未核实有无台阶，暂不给出时间'

/** How the nearest office was found, in front of its name. */
export const NEAREST = {
  any: '离您最近：',
  position: '最近的会客厅：',
  compound: '离您的小区最近：',
  /** Where the pack has no 会客厅 that is still there. */
  otherKind: '最近的服务点：',
  neighbourhood: '您小区的会客厅：',
  /** Which neighbourhood the compound belongs to is an estimate. */
  likelyNeighbourhood: '您小区的会客厅可能是：',
} as const

export const LOCATION_REFUSED = '没有用您的位置，请选小区'
export const LOCATION_UNAVAILABLE = '现在找不到您的位置，请选小区'

export { trustLine } from '../../../core/domain/office/trust-line'

export const officeCount = (count: number): string => `共 ${count} 处`
