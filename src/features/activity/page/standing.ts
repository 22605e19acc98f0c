import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import { parseInstant, type Instant } from '../../../../core/kernel/shanghai-time'
import type { Standing } from '../../../text/activity/activities-page'

type Told = Pick<ActivityPage, 'status' | 'startsAt' | 'endsAt' | 'terms'>

/** In the order in which the backend refuses: withdrawn, over, open to all, not open yet, under way, closed. */
export function standingOf({ status, startsAt, endsAt, terms }: Told, now: Instant): Standing {
  if (status === 'withdrawn') return { kind: 'withdrawn' }
  if (parseInstant(endsAt) <= now) return { kind: 'over' }
  const started = parseInstant(startsAt) <= now
  if (terms === null) return { kind: started ? 'come-now' : 'come' }
  const { opensAt, closesAt, promotionEndsAt, free, capacity, waitingParties } = terms
  if (opensAt !== null && now < parseInstant(opensAt)) return { kind: 'not-open', opensAt }
  if (started) return { kind: 'under-way' }
  if (parseInstant(closesAt) <= now) return { kind: 'closed' }
  if (free > 0) return { kind: 'free', free, capacity, closesAt }
  return { kind: 'full', waitingParties, asking: parseInstant(promotionEndsAt) <= now }
}
