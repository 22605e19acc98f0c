import { addDays, instantAt, shanghaiDay, weekday, type Instant } from '../../kernel/shanghai-time'
import type { Occurrence } from './activity'

/** 今天 · 本周 · 周末, as a resident asks for activities. */
export const LISTING_SPANS = ['today', 'week', 'weekend'] as const
export type ListingSpan = (typeof LISTING_SPANS)[number]

/**
 * What remains of today, of the week until Sunday, or of its Saturday and Sunday: `[from, to)`, in which
 * an activity starts or still runs. On a weekend day the weekend is what is left of it.
 */
export function spanOf(span: ListingSpan, now: Instant): { from: Instant; to: Instant } {
  const today = shanghaiDay(now)
  const day = weekday(today)
  const untilDay = span === 'today' ? addDays(today, 1) : addDays(today, 8 - day)
  const saturday = instantAt(addDays(today, 6 - day), 0)
  return { from: span === 'weekend' && saturday > now ? saturday : now, to: instantAt(untilDay, 0) }
}

/** Whether an activity belongs to a span: it has not ended before it, and starts before its end. */
export const fallsInto = (
  { startsAt, endsAt }: Pick<Occurrence, 'startsAt' | 'endsAt'>,
  span: { readonly from: Instant; readonly to: Instant },
): boolean => endsAt > span.from && startsAt < span.to
