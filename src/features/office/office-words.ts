import type { OfficeSummary } from '../../../core/domain/office/office'
import type { Metres } from '../../../core/kernel/units'
import {
  ADDRESS_UNKNOWN,
  distanceText,
  estimatedDistance,
  NEAREST,
  walkMinutes,
  WHEELS_UNVERIFIED,
} from '../../text/office/office'
import { HOURS_UNASKED } from '../../text/office/opening'
import { HOURS_UNKNOWN, POSITION_UNVERIFIED } from '../../text/vocabulary'
import type { StartPoint } from '../start-point/start-point'
import type { Placed } from './arrange-offices'
import type { WalkingTimes } from '../walking-times/walking-times'
import type { StateLine } from './office-line'

/** 步行 6 分钟 · 梅川路，近杨柳青路; a straight line while the life circle has not reckoned; empty parts fall out. */
export const placeWords = (
  { office, distance }: Placed,
  walkingTimes: WalkingTimes | null = null,
): string => {
  const straight = distance === null ? null : distanceWords(office, distance)
  return [minutesWords(office, walkingTimes) ?? straight, office.landmark ?? office.address]
    .filter(Boolean)
    .join(' · ')
}

/** How far it is where the page says once what is not verified: in a list, and on an office's own page. */
export function farWords({ office, distance }: Placed, walkingTimes: WalkingTimes | null): string | null {
  const minutes = walkingTimes?.offices[office.id] ?? null
  if (minutes !== null) return walkMinutes(minutes)
  return distance === null ? null : distanceText(distance)
}

/** One office in a list: how far, and where. */
export const rowWords = (place: Placed, walkingTimes: WalkingTimes | null): string =>
  [farWords(place, walkingTimes), place.office.landmark ?? place.office.address].filter(Boolean).join(' · ')

/** 步行 6 分钟; for wheels over streets that nobody verified, that no time is given; `null` where none was reckoned. */
export function minutesWords(office: OfficeSummary, walkingTimes: WalkingTimes | null): string | null {
  const minutes = walkingTimes?.offices[office.id]
  if (minutes === undefined) return null
  return minutes === null ? WHEELS_UNVERIFIED : walkWords(office, minutes)
}

const walkWords = ({ positionVerified }: OfficeSummary, minutes: number): string =>
  positionVerified ? walkMinutes(minutes) : `${walkMinutes(minutes)}，${POSITION_UNVERIFIED}`

/** How far it is, and whether anybody has verified where it stands. */
const distanceWords = ({ positionVerified }: OfficeSummary, distance: Metres): string =>
  positionVerified ? distanceText(distance) : estimatedDistance(distance)

export const addressWords = ({ address, landmark }: OfficeSummary): string =>
  address ?? landmark ?? ADDRESS_UNKNOWN

/** 离您的小区最近：金梅园，营业中（至 20:00）, or 离您最近：金梅园。几点开门还没问到: in three parts, because the state is coloured. */
export function nearestWords({ office, distance }: Placed, startPoint: StartPoint, line: StateLine) {
  const lead =
    distance === null
      ? neighbourhoodLead(startPoint)
      : office.kind !== 'living-room'
        ? NEAREST.otherKind
        : NEAREST[startPoint.kind === 'position' ? 'position' : 'compound']
  if (line.tone === 'unknown' && line.text === HOURS_UNKNOWN && distance !== null)
    return { lead: `${NEAREST.any}${office.shortName}。`, state: HOURS_UNASKED, tone: line.tone }
  return { lead: `${lead}${office.shortName}，`, state: line.text, tone: line.tone }
}

const neighbourhoodLead = (startPoint: StartPoint): string =>
  startPoint.kind === 'compound' && !startPoint.compound.neighbourhoodVerified
    ? NEAREST.likelyNeighbourhood
    : NEAREST.neighbourhood
