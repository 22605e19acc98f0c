import { accept, refuse, type Result } from '../../kernel/result'
import type { Instant } from '../../kernel/shanghai-time'

/** An urgent notice is for days, not for months: what stands longer is an article. */
export const LONGEST_NOTICE_DAYS = 30
const DAY = 86_400_000

export interface NoticeTimes {
  readonly from: Instant
  readonly until: Instant
  readonly withdrawnAt: Instant | null
}

/** Whether residents see it now: within `[from, until)`, and not withdrawn. */
export const isInForce = ({ from, until, withdrawnAt }: NoticeTimes, now: Instant): boolean =>
  withdrawnAt === null && from <= now && now < until

/** A notice from now on: it must end, later than now, and at most 30 days from now. */
export function decideNotice(
  until: Instant,
  now: Instant,
): Result<NoticeTimes, 'until_past' | 'until_too_far'> {
  if (until <= now) return refuse('until_past')
  if (until > now + LONGEST_NOTICE_DAYS * DAY) return refuse('until_too_far', { days: LONGEST_NOTICE_DAYS })
  return accept({ from: now, until, withdrawnAt: null })
}
