import { accept, refuse, type Result } from '../../kernel/result'
import { instant, toIso, type Instant } from '../../kernel/shanghai-time'

/** How somebody asked whether they are registered: 来电 · 来访. */
export const LOOK_UP_CHANNELS = ['call', 'visit'] as const
export type LookUpChannel = (typeof LOOK_UP_CHANNELS)[number]

const HOUR = 3_600_000
/** More than a busy counter asks in an hour; whoever reads through a list is held off. */
export const LOOK_UPS_AN_HOUR = 30

/** Look-ups up to this are forgotten: the span is `(now − 1 h, now]`. */
export const lookUpsSince = (now: Instant): Instant => instant(now - HOUR)

/** May this member of staff look one more person up? `at` are their look-ups of the last hour, in any order. */
export function decideLookingUp(at: readonly Instant[], now: Instant): Result<null, 'looked_up_too_often'> {
  const since = lookUpsSince(now)
  const recent = at.filter((moment) => moment > since).sort((one, other) => one - other)
  const decisive = recent[recent.length - LOOK_UPS_AN_HOUR]
  if (decisive === undefined) return accept(null)
  return refuse('looked_up_too_often', { until: toIso(instant(decisive + HOUR)), limit: LOOK_UPS_AN_HOUR })
}

/** What was typed: digits are the end of a telephone and, where they are four, a number; anything else a surname. */
export type LookUp =
  | { readonly kind: 'digits'; readonly lastFour: string; readonly number: string | null }
  | { readonly kind: 'surname'; readonly first: string }

/**
 * How a look-up is read; `null` where it says too little: one to three digits. Of a name only the first character
 * counts: every further one would take a step towards the whole name, which opens with a record only.
 */
export function readLookUp(asked: string): LookUp | null {
  const plain = asked.normalize('NFKC').replace(/[\s-]/g, '')
  if (/^\d+$/.test(plain)) {
    return plain.length < 4
      ? null
      : { kind: 'digits', lastFour: plain.slice(-4), number: plain.length === 4 ? plain : null }
  }
  const [first] = plain
  return first === undefined ? null : { kind: 'surname', first }
}
