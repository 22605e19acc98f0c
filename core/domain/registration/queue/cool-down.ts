import { instant, type Instant } from '../../../kernel/shanghai-time'
import type { RegisteredActivity } from '../../activity/activity'
import { DAY } from '../../activity/deadlines'
import type { RuleSettings } from '../../activity/rule-settings'
import { summaryOf, type MemberPlace } from '../party'

/** How presence was shown, best first. */
export const PRESENCE_GRADES = ['rolling', 'staff', 'poster', 'rolling_late'] as const
export type PresenceGrade = (typeof PRESENCE_GRADES)[number]

/** How one earlier registration of a resident turned out. */
export interface TurnOut {
  /** Start of that activity. */
  readonly at: Instant
  readonly outcome: 'came' | 'stayed_away'
}

/** A code that can be photographed proves nothing, so nothing is won with it. */
const CLEARING_GRADES: readonly PresenceGrade[] = ['rolling', 'staff']

/** Whether presence shown this way takes earlier marks away. */
export const clearsCoolDown = (grade: PresenceGrade): boolean => CLEARING_GRADES.includes(grade)

/**
 * How a registration counts for whoever registered it; `null` when it says nothing. One mark at most, and
 * only when nobody of the party came and staff closed the roll; never for a workshop of an open activity.
 * `grades` tell how those who came showed it.
 */
export function turnOutOf(
  activity: Pick<RegisteredActivity, 'kind' | 'startsAt'>,
  members: readonly MemberPlace[],
  grades: readonly PresenceGrade[],
): TurnOut | null {
  const { count } = summaryOf(members)
  if (grades.some(clearsCoolDown)) return { at: activity.startsAt, outcome: 'came' }
  const stayedAway = activity.kind === 'registered' && count.no_show > 0 && count.attended === 0
  return stayedAway && grades.length === 0 ? { at: activity.startsAt, outcome: 'stayed_away' } : null
}

/**
 * Does whoever registered queue last for this activity? After staying away twice in the 60 days
 * `[start − 60 d, start)` before it, with no attendance in between or since. Judged at each promotion.
 */
export function isInCoolDown(
  activity: Pick<RegisteredActivity, 'kind' | 'startsAt' | 'coolDown'>,
  turnOuts: readonly TurnOut[],
  rules: RuleSettings,
): boolean {
  if (!activity.coolDown || activity.kind === 'workshop') return false
  const from = instant(activity.startsAt - rules.coolDownDays * DAY)
  const recent = turnOuts.filter(({ at }) => at >= from && at < activity.startsAt)
  const lastCame = recent.reduce(
    (last, { at, outcome }) => (outcome === 'came' && at > last ? at : last),
    from - 1,
  )
  const marks = recent.filter(({ at, outcome }) => outcome === 'stayed_away' && at > lastCame)
  return marks.length >= rules.coolDownNoShows
}
