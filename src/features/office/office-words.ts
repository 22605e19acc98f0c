import type { OfficeSummary } from '../../../core/domain/office/office'
import { ADDRESS_UNKNOWN, distanceText, NEAREST } from '../../text/office'
import type { Origin } from '../origin/origin'
import type { Placed } from '../directory/arrange-offices'
import type { StateLine } from './office-line'

/** 直线约 350 米 · 梅川路，近杨柳青路; empty parts fall out. */
export const placeWords = ({ office, distance }: Placed): string =>
  [distance === null ? null : distanceText(distance), office.landmark ?? office.address]
    .filter(Boolean)
    .join(' · ')

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
