import { addDays, instantAt, minuteOfDay, shanghaiDay, type Instant } from '../../../kernel/shanghai-time'
import type { Deadlines } from '../../activity/deadlines'
import type { RuleSettings } from '../../activity/rule-settings'
import type { Template } from './notice'

/**
 * The first instant from `at` on at which a message may go out: changes at once and at any hour, all
 * others within `[08:00, 20:00)` of a Shanghai day.
 */
export function mayGoOutFrom(template: Template, at: Instant, rules: RuleSettings): Instant {
  const { messagesFromMinute, messagesUntilMinute } = rules
  const minute = minuteOfDay(at)
  if (template === 'change' || (minute >= messagesFromMinute && minute < messagesUntilMinute)) return at
  const today = shanghaiDay(at)
  return instantAt(minute < messagesFromMinute ? today : addDays(today, 1), messagesFromMinute)
}

/**
 * Is a reminder due for a place that was given at `confirmedAt`? From 18:00 the day before until the start,
 * once; none for places given later than that.
 */
export const isReminderDue = (
  confirmedAt: Instant,
  reminded: boolean,
  { remindAt, startsAt }: Pick<Deadlines, 'remindAt' | 'startsAt'>,
  now: Instant,
): boolean => !reminded && confirmedAt < remindAt && now >= remindAt && now < startsAt
