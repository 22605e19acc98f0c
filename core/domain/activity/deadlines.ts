import { addDays, instant, instantAt, shanghaiDay, type Instant } from '../../kernel/shanghai-time'
import type { Occurrence, RegisteredActivity } from './activity'
import type { RuleSettings } from './rule-settings'

export const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Every instant at which a rule about an activity with seats begins or ends; all spans are `[from, to)`. */
export interface Deadlines {
  /** `null` is from publication on. */
  readonly opensAt: Instant | null
  readonly closesAt: Instant
  /** From here to the start a free seat goes to whoever asks. */
  readonly promotionEndsAt: Instant
  readonly startsAt: Instant
  readonly releaseFrom: Instant
  readonly checkInFrom: Instant
  readonly checkInUntil: Instant
  readonly rollClosableFrom: Instant
  readonly remindAt: Instant
  /** Phone numbers left for this activity are erased from here on. */
  readonly phonesErasedFrom: Instant
}

/** Whether registrations are taken now, and where not, why; the later reason counts. All spans are `[from, to)`. */
export type RegistrationPhase = 'not_open' | 'open' | 'closed' | 'started'

export function registrationPhase(
  { opensAt, startsAt, closesAt }: Pick<Deadlines, 'opensAt' | 'startsAt' | 'closesAt'>,
  now: Instant,
): RegistrationPhase {
  if (opensAt !== null && now < opensAt) return 'not_open'
  if (now >= startsAt) return 'started'
  return now >= closesAt ? 'closed' : 'open'
}

type Timed = Pick<RegisteredActivity, 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt'>

/** All deadlines of an activity, from its times alone: whoever moves it gets them anew by asking again. */
export function deadlinesOf(activity: Timed, rules: RuleSettings): Deadlines {
  const { startsAt, endsAt, opensAt, closesAt } = activity
  const { checkInFrom, checkInUntil } = checkInWindow(activity, rules)
  return {
    opensAt,
    closesAt: closesAt === null || closesAt > startsAt ? startsAt : closesAt,
    promotionEndsAt: instant(startsAt - rules.askingMinutes * MINUTE),
    startsAt,
    releaseFrom: instant(startsAt + rules.releaseMinutes * MINUTE),
    checkInFrom,
    checkInUntil,
    rollClosableFrom: rollClosableFrom(activity, rules),
    remindAt: reminderInstant(startsAt, rules),
    phonesErasedFrom: instant(endsAt + rules.phoneDays * DAY),
  }
}

/** When one may check in, `[checkInFrom, checkInUntil)`; also for activities without seats. */
export function checkInWindow(
  { startsAt, endsAt }: Pick<Occurrence, 'startsAt' | 'endsAt'>,
  rules: RuleSettings,
): { checkInFrom: Instant; checkInUntil: Instant } {
  return {
    checkInFrom: checkInFromOf(startsAt, rules),
    checkInUntil: instant(endsAt + rules.checkInAfterMinutes * MINUTE),
  }
}

/** From when one may check in to what starts then. */
export const checkInFromOf = (startsAt: Instant, rules: RuleSettings): Instant =>
  instant(startsAt - rules.checkInBeforeMinutes * MINUTE)

/** From when staff may close the roll: late uploads have arrived by then. */
export const rollClosableFrom = (
  activity: Pick<Occurrence, 'startsAt' | 'endsAt'>,
  rules: RuleSettings,
): Instant => instant(checkInWindow(activity, rules).checkInUntil + rules.rollHours * HOUR)

/** 18:00 of the Shanghai day before the one on which the activity starts. */
function reminderInstant(startsAt: Instant, rules: RuleSettings): Instant {
  return instantAt(addDays(shanghaiDay(startsAt), -1), rules.reminderMinute)
}
