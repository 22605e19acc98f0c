import { decideTryingNumber } from '../../../../core/domain/check-in/door/wrong-numbers'
import { DEFAULT_RULES } from '../../../../core/domain/activity/rule-settings'
import type { Instant } from '../../../../core/kernel/shanghai-time'

/** Wrong numbers typed on this phone without network, by activity; the backend counts all others. */
const wrongTries = new Map<string, Instant[]>()

/** The same hold-off as the backend's: five wrong ones in 10 minutes. */
export const mayTryNumber = (activityId: string, now: Instant) =>
  decideTryingNumber(wrongTries.get(activityId) ?? [], now, DEFAULT_RULES)

export function noteWrongNumber(activityId: string, now: Instant): void {
  wrongTries.set(activityId, [...(wrongTries.get(activityId) ?? []), now].slice(-DEFAULT_RULES.wrongNumbers))
}
