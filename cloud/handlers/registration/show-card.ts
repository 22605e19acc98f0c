import { maskedName } from '../../../core/domain/check-in/masked-name'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { findActivity } from '../../repositories/activity/lock-activity'
import { findSummary } from '../../repositories/activity/pages'
import { findCard } from '../../repositories/registration/cards'

export const showCard: Handler<'registration.showCard'> = async ({ card }, { db, now }) => {
  const found = await findCard(db, tokenHashOf(card))
  if (found === null) return refuse('card_not_found')
  const [activity, summary] = await Promise.all([
    findActivity(db, found.activityId),
    findSummary(db, found.activityId),
  ])
  if (activity === null || summary === null) return refuse('card_not_found')
  const isVoid = found.memberState === 'cancelled' || now >= activity.deadlines.checkInUntil
  const state = found.claimedBy !== null ? 'taken' : isVoid ? 'void' : 'open'
  return accept({
    activity: summary,
    state,
    byStaff: found.guestId !== null,
    guest:
      found.guestId !== null && state === 'open'
        ? { called: maskedName(found.guestCalled), persons: found.persons }
        : null,
  })
}
