import { accept, refuse, type Result } from '../../kernel/result'
import { instant, toIso, type Instant } from '../../kernel/shanghai-time'
import type { RuleSettings } from '../activity/rule-settings'

const MINUTE = 60_000

/** Wrong four-digit numbers that hold a phone off, when they were typed within so many minutes. */
export type NumberLimits = Pick<RuleSettings, 'wrongNumbers' | 'wrongNumberMinutes'>

/** Wrong numbers before this are forgotten: the span is `(now − 10 min, now]`. */
export const wrongNumbersSince = (now: Instant, { wrongNumberMinutes }: NumberLimits): Instant =>
  instant(now - wrongNumberMinutes * MINUTE)

/**
 * May this phone try a number for this activity? Not after five wrong ones in 10 minutes, until the first
 * of these five is 10 minutes old. `wrongAt` are its wrong tries there, in any order.
 */
export function decideTryingNumber(
  wrongAt: readonly Instant[],
  now: Instant,
  limits: NumberLimits,
): Result<null, 'held_off'> {
  const since = wrongNumbersSince(now, limits)
  const recent = wrongAt.filter((at) => at > since).sort((one, other) => one - other)
  const decisive = recent[recent.length - limits.wrongNumbers]
  if (decisive === undefined) return accept(null)
  return refuse('held_off', { until: toIso(instant(decisive + limits.wrongNumberMinutes * MINUTE)) })
}
