import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import { registrationPhase } from '../../../../core/domain/activity/deadlines'
import { parseInstant, type Instant } from '../../../../core/kernel/shanghai-time'
import type { JoiningState } from '../../../text/activity/activity'

type Shown = Pick<ActivityPage, 'status' | 'startsAt' | 'endsAt' | 'terms'>

/** In the order in which the backend refuses: withdrawn, over, open to all, not open yet, under way, closed. */
export function joiningStateOf({ status, startsAt, endsAt, terms }: Shown, now: Instant): JoiningState {
  if (status === 'withdrawn') return { kind: 'withdrawn' }
  if (parseInstant(endsAt) <= now) return { kind: 'over' }
  const start = parseInstant(startsAt)
  if (terms === null) return { kind: start <= now ? 'come-now' : 'come' }
  const { opensAt, closesAt, promotionEndsAt, free, capacity, waitingParties } = terms
  const phase = registrationPhase(
    {
      opensAt: opensAt === null ? null : parseInstant(opensAt),
      startsAt: start,
      closesAt: parseInstant(closesAt),
    },
    now,
  )
  if (phase === 'not_open' && opensAt !== null) return { kind: 'not-open', opensAt }
  if (phase === 'started') return { kind: 'under-way' }
  if (phase === 'closed') return { kind: 'closed' }
  if (free > 0) return { kind: 'free', free, capacity, closesAt }
  return { kind: 'full', waitingParties, asking: parseInstant(promotionEndsAt) <= now }
}
