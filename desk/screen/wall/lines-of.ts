import type { ScreenActivity, ScreenPage } from '../../../core/contract/check-in/screen'
import {
  addDays,
  instantAt,
  parseInstant,
  shanghaiDay,
  type Instant,
} from '../../../core/kernel/shanghai-time'

/** What an older version of this page kept knows nothing of days to come. */
type SeenPage = Pick<ScreenPage, 'activities'> & Partial<Pick<ScreenPage, 'next'>>

interface Lines {
  readonly today: readonly ScreenActivity[]
  readonly next: readonly ScreenActivity[]
}

/**
 * What is left today and what comes after, by the screen's own clock: one that is cut off overnight turns the page
 * by itself.
 */
export function linesOf({ activities, next = [] }: SeenPage, now: Instant): Lines {
  const tomorrow = instantAt(addDays(shanghaiDay(now), 1), 0)
  const isLeft = ({ endsAt }: ScreenActivity): boolean => parseInstant(endsAt) > now
  const hasCome = ({ startsAt }: ScreenActivity): boolean => parseInstant(startsAt) < tomorrow
  const ahead = next.filter(isLeft)
  return {
    today: [...activities.filter(isLeft), ...ahead.filter(hasCome)],
    next: ahead.filter((activity) => !hasCome(activity)),
  }
}
