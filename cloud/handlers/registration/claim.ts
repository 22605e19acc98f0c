import { decideClaiming } from '../../../core/domain/registration/hand-over/claim'
import { summaryOf } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { makeOneHead } from '../../check-in/one-head'
import { findActivity, lockActivities } from '../../repositories/activity/lock-activity'
import { readAddressed } from '../../repositories/message/notices'
import {
  activitiesOfClaim,
  activitiesWith,
  findCard,
  holdRecord,
  recordLink,
  type FoundCard,
} from '../../repositories/registration/cards'
import { readPartyFacts } from '../../repositories/registration/parties'
import { tell } from '../../settling/tell'

type Context = HandlerContext<'registration.claim'>

export const claim: Handler<'registration.claim'> = async (input, context) => {
  const { db, caller, now } = context
  const tokenHash = tokenHashOf(input.card)
  const seen = await findCard(db, tokenHash)
  if (seen === null || !(await holdRecord(db, seen, caller.residentId))) return refuse('card_not_found')
  const { ahead, concerned } = await activitiesOfClaim(db, seen.familyMemberId, caller.residentId, now)
  const locked = await lockActivities(db, concerned)
  const [card, activity] = [await findCard(db, tokenHash), await findActivity(db, seen.activityId)]
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
    const { familyMemberId } = card
    for (const one of locked)
      await makeOneHead(db, one, { residentId: caller.residentId, familyMemberId, now })
    await recordLink(db, familyMemberId, caller.residentId, now)
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
  await tell(db, activity, { kind: 'double', to, causeOf: () => card.memberId }, now)
}
