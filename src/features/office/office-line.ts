import type { HolidayCalendar } from '../../../core/domain/office/calendar'
import type { OfficeSummary, OpeningZone } from '../../../core/domain/office/office'
import { openStateOf, type OpenState } from '../../../core/domain/office/opening'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { goneText, isUncertain, openStateText, toneOf, type Tone } from '../../text/office/opening'
import { useNow } from '../../api/clock'
import type { Home } from '../page/use-home'
import type { FacadeLight } from '../../components/facade/facade-subject'
import { subdistrictNow } from '../../api/subdistrict'

/** What is needed to say whether an office is open. */
export interface OpeningFacts {
  readonly calendar: HolidayCalendar
  readonly closingSoonMinutes: number
  readonly now: Instant
  readonly offices: readonly OfficeSummary[]
}

/** What says whether an office is open, renewed each minute. */
export function useOpeningFacts({ directory, subdistrict }: Home): OpeningFacts {
  const now = useNow()
  const { calendar, offices } = directory
  return { calendar, offices, closingSoonMinutes: subdistrict.closingSoonMinutes, now }
}

/** Places that are still there; moved and closed ones are signposts only. */
export const countThere = (offices: Home['directory']['offices']): number =>
  offices.filter(({ status }) => status === 'open').length

/** Whether one office is open, in words. */
export interface StateLine {
  readonly text: string
  readonly tone: Tone
  /** Its holidays are not announced yet. */
  readonly uncertain: boolean
  readonly light: FacadeLight
}

export function stateLine(office: OfficeSummary, facts: OpeningFacts): StateLine {
  if (office.status !== 'open') {
    const successor = facts.offices.find(({ id }) => id === office.successorId)?.name ?? null
    return {
      text: goneText(office.status, successor, subdistrictNow().hotline),
      tone: 'closed',
      uncertain: false,
      light: 'dark',
    }
  }
  const main = mainZone(office)
  if (main === null) return lineOf({ kind: 'unknown' }, facts.now)
  return lineOf(openStateOf(main, facts.calendar, facts.now, facts.closingSoonMinutes), facts.now)
}

/** 自助区 24 小时开放: the other zones of an office, each with its own state. */
export function otherZones(
  office: OfficeSummary,
  facts: OpeningFacts,
): readonly { name: string; line: StateLine }[] {
  if (office.status !== 'open') return []
  return office.zones
    .filter(({ main }) => !main)
    .map((zone) => ({
      name: zone.name,
      line: lineOf(openStateOf(zone, facts.calendar, facts.now, facts.closingSoonMinutes), facts.now),
    }))
}

export const mainZone = ({ zones }: OfficeSummary): OpeningZone | null =>
  zones.find(({ main }) => main) ?? null

export const isAroundTheClock = ({ zones, status }: OfficeSummary): boolean =>
  status === 'open' && zones.some(({ alwaysOpen }) => alwaysOpen)

function lineOf(state: OpenState, now: Instant): StateLine {
  return {
    text: openStateText(state, now),
    tone: toneOf(state),
    uncertain: isUncertain(state),
    light: lightOf(state),
  }
}

function lightOf(state: OpenState): FacadeLight {
  if (state.kind === 'unknown') return 'curtained'
  return state.kind === 'closed' ? 'dark' : 'lit'
}
