import { decideClaiming } from '../../../core/domain/registration/hand-over/claim'
import { summaryOf } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { makeOneHead } from '../../services/check-in/merge-walk-in'
import { findActivity, lockActivities } from '../../repositories/activity/lock-activity'
import { readAddressed } from '../../repositories/message/notices'
import {
  activitiesOfClaim,
  activitiesWith,
  findCard,
  lockRecord,
  recordLink,
  type FoundCard,
} from '../../repositories/registration/cards'
import { readPartyFacts } from '../../repositories/registration/parties'
import { notify } from '../../services/notify'
import { takeOverGuest } from '../../services/check-in/take-over-guest'

type Context = HandlerContext<'registration.claim'>

export const claim: Handler<'registration.claim'> = async (input, context) => {
  const { db, caller, now } = context
  const tokenHash = tokenHashOf(input.card)
  const found = await findCard(db, tokenHash)
  if (found === null) return refuse('card_not_found')
  if (found.guestId !== null) {
    return takeOverGuest(db, tokenHash, found.activityId, input.familyMemberId ?? null, {
      residentId: caller.residentId,
      now,
    })
  }
  const { senderId, familyMemberId } = found
  if (senderId === null || familyMemberId === null) return refuse('card_not_found')
  if (!(await lockRecord(db, { senderId, familyMemberId }, caller.residentId)))
    return refuse('card_not_found')
  const { ahead, concerned } = await activitiesOfClaim(db, familyMemberId, caller.residentId, now)
  const locked = await lockActivities(db, concerned)
  const [card, activity] = [await findCard(db, tokenHash), await findActivity(db, found.activityId)]
  if (card === null || activity === null) return refuse('card_not_found')
  const decision = decideClaiming(
    {
      senderId: card.senderId,
      claimedBy: card.claimedBy,
      memberCancelled: card.memberState === 'cancelled',
      validUntil: activity.deadlines.checkInUntil,
      doubles: await activitiesWith(db, ahead, caller.residentId),
    },
    caller.residentId,
    now,
  )
  if (!decision.ok) {
    if (decision.refusal === 'already_registered') await tellSender(context, card)
    return decision
  }
  if (decision.value.first) {
    const { residentId } = caller
    for (const one of locked)
      await makeOneHead(db, one, { residentId, identity: familyMemberId, by: residentId, now })
    await recordLink(db, familyMemberId, residentId, now)
  }
  const { registration } = await readPartyFacts(db, card.activityId, card.registrationId)
  const { headline } = summaryOf(registration.members)
  return accept({ registrationId: registration.id, number: registration.number, headline })
}

/** The sender should drop the double; who it is, they know from whom they sent the card to. */
async function tellSender({ db, now }: Context, card: FoundCard): Promise<void> {
  const activity = await findActivity(db, card.activityId)
  if (activity === null) return
  const to = (await readAddressed(db, [card.registrationId])).map((addressed) => ({
    ...addressed,
    registrantId: card.senderId,
    residentIds: [],
  }))
  await notify(db, activity, { kind: 'double', to, causeOf: () => card.memberId }, now)
}
