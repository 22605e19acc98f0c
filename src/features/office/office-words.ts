import type { OfficeSummary } from '../../../core/domain/office/office'
import type { Metres } from '../../../core/kernel/units'
import {
  ADDRESS_UNKNOWN,
  distanceText,
  estimatedDistance,
  NEAREST,
  POSITION_UNVERIFIED,
  walkMinutes,
  WHEELS_UNVERIFIED,
} from '../../text/office/office'
import type { Origin } from '../origin/origin'
import type { Placed } from '../directory/arrange-offices'
import type { Walks } from '../walks/remembered-walks'
import type { StateLine } from './office-line'

/** 步行 6 分钟 · 梅川路，近杨柳青路; a straight line while the life circle has not reckoned; empty parts fall out. */
export const placeWords = ({ office, distance }: Placed, walks: Walks | null = null): string => {
  const straight = distance === null ? null : distanceWords(office, distance)
  return [minutesWords(office, walks) ?? straight, office.landmark ?? office.address]
    .filter(Boolean)
    .join(' · ')
}

/** 步行 6 分钟; for wheels over streets that nobody verified, that no time is given; `null` where none was reckoned. */
export function minutesWords(office: OfficeSummary, walks: Walks | null): string | null {
  const minutes = walks?.offices[office.id]
  if (minutes === undefined) return null
  return minutes === null ? WHEELS_UNVERIFIED : walkWords(office, minutes)
}

const walkWords = ({ positionVerified }: OfficeSummary, minutes: number): string =>
  positionVerified ? walkMinutes(minutes) : `${walkMinutes(minutes)}，${POSITION_UNVERIFIED}`

/** How far it is, and whether anybody has verified where it stands. */
export const distanceWords = ({ positionVerified }: OfficeSummary, distance: Metres): string =>
  positionVerified ? distanceText(distance) : estimatedDistance(distance)

export const addressWords = ({ address, landmark }: OfficeSummary): string =>
  address ?? landmark ?? ADDRESS_UNKNOWN

/** 离您的小区最近：金梅园，营业中（至 20:00）: in three parts, because the state is coloured. */
export function nearestWords({ office, distance }: Placed, origin: Origin, line: StateLine) {
  const lead =
    distance === null
      ? neighbourhoodLead(origin)
      : NEAREST[origin.kind === 'position' ? 'position' : 'compound']
  return { lead: `${lead}${office.shortName}，`, state: line.text, tone: line.tone }
}

const neighbourhoodLead = (origin: Origin): string =>
  origin.kind === 'compound' && !origin.compound.neighbourhoodVerified
    ? NEAREST.likelyNeighbourhood
    : NEAREST.neighbourhood
