import { randomBytes } from 'node:crypto'
import { isLive } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { recordCard } from '../../repositories/registration/cards'
import { findCounterParty } from '../../repositories/registration/counter'
import { lockForStaff } from '../../services/registration/counter-party'

const TOKEN_BYTES = 16

export const makeCard: Handler<'counter.makeCard'> = async ({ activityId, registrationId }, context) => {
  const { db, now } = context
  const held = await lockForStaff(db, activityId, context.permit)
  if (!held.ok) return held
  const row = await findCounterParty(db, held.value.permit, activityId, registrationId)
  if (row === null) return refuse('registration_not_found')
  if (!row.byStaff) return refuse('card_taken')
  const named = row.members.find((member) => member.guestId !== null && isLive(member))
  if (named === undefined || named.guestId === null) return refuse('cancelled')
  const card = randomBytes(TOKEN_BYTES).toString('base64url')
  await recordCard(db, {
    tokenHash: tokenHashOf(card),
    memberId: named.memberId,
    guestId: named.guestId,
    at: now,
  })
  return accept({ card })
}
