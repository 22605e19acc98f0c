import type { Transaction } from 'kysely'
import { decideClaiming } from '../../../core/domain/registration/hand-over/claim'
import { summaryOf, type MemberState } from '../../../core/domain/registration/party'
import { accept, refuse, type Result } from '../../../core/kernel/result'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { findCard, isLiveIn } from '../../repositories/registration/cards'
import { recordTakingOver } from '../../repositories/registration/counter'
import { readPartyFacts } from '../../repositories/registration/parties'
import { lockPersons } from '../../repositories/registration/persons'
import { makeOneHead } from './merge-walk-in'

type Refusal =
  | 'card_not_found'
  | 'card_taken'
  | 'own_card'
  | 'card_void'
  | 'already_registered'
  | 'family_member_not_found'

/**
 * 是我, or 是我家人: a resident takes over whoever an office registered, once. From then on the place is theirs or
 * their relative's, and the whole party is theirs to change.
 * @param familyMemberId the relative who it is; `null` is the resident
 */
export async function takeOverGuest(
  tx: Transaction<Schema>,
  tokenHash: Buffer,
  activityId: string,
  familyMemberId: string | null,
  { residentId, now }: { readonly residentId: string; readonly now: Instant },
): Promise<Result<{ registrationId: string; number: string; headline: MemberState }, Refusal>> {
  const [person] = (await lockPersons(tx, residentId, [familyMemberId])) ?? []
  if (person === undefined) return refuse('family_member_not_found')
  const locked = await lockActivity(tx, activityId)
  const card = await findCard(tx, tokenHash)
  if (locked === null || card === null || card.guestId === null) return refuse('card_not_found')
  const isDouble = await isLiveIn(tx, activityId, person.identity, card.memberId)
  const decision = decideClaiming(
    {
      senderId: null,
      claimedBy: card.claimedBy,
      memberCancelled: card.memberState === 'cancelled',
      validUntil: locked.deadlines.checkInUntil,
      doubles: isDouble ? [activityId] : [],
    },
    residentId,
    now,
  )
  if (!decision.ok) return decision
  if (decision.value.first) {
    if (person.residentId !== null) {
      const claiming = { residentId: person.residentId, identity: card.guestId, by: residentId, now }
      await makeOneHead(tx, locked, claiming)
    }
    await recordTakingOver(tx, card, person, residentId)
  }
  const { registration } = await readPartyFacts(tx, activityId, card.registrationId)
  const { headline } = summaryOf(registration.members)
  return accept({ registrationId: registration.id, number: registration.number, headline })
}
