import { randomBytes } from 'node:crypto'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { findOwnRecord, recordCard } from '../../repositories/registration/cards'
import { findOwnActivity } from '../../repositories/registration/parties'

const TOKEN_BYTES = 16

export const makeCard: Handler<'registration.makeCard'> = async (input, { db, caller, now }) => {
  const { registrationId, memberId } = input
  const { residentId } = caller
  if ((await findOwnActivity(db, registrationId, residentId)) === null)
    return refuse('registration_not_found')
  const record = await findOwnRecord(db, registrationId, memberId, residentId)
  if (record === null) return refuse('member_not_found')
  if (record.claimed) return refuse('card_taken')
  if (record.state === 'cancelled') return refuse('cancelled')
  const card = randomBytes(TOKEN_BYTES).toString('base64url')
  const { familyMemberId } = record
  await recordCard(db, {
    tokenHash: tokenHashOf(card),
    senderId: residentId,
    memberId,
    familyMemberId,
    at: now,
  })
  return accept({ card })
}
