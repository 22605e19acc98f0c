import { stateOfInvitation } from '../../../core/domain/staff/invitation'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { factsOf, lockInvitation, recordConfirmed, recordRevoked } from '../../repositories/invitation'
import { givePost } from './accept-invitation'

export const confirmHolder: Handler<'staff.confirmHolder'> = async (input, { db, now, logAs }) => {
  const row = await lockInvitation(db, { id: input.invitationId })
  if (row === undefined) return refuse('invitation_not_found')
  const state = stateOfInvitation(factsOf(row), now)
  if (state === 'accepted') return refuse('invitation_used')
  // Whoever accepted may have been erased since.
  if (state !== 'awaiting-confirmation' || row.accepted_by === null) return refuse('invitation_not_found')
  logAs({ record: { kind: 'invitation', id: row.id }, changed: { isRight: input.isRight } })
  if (!input.isRight) {
    await recordRevoked(db, row.id, now)
    return accept({ invitationId: row.id, state: 'revoked' })
  }
  await recordConfirmed(db, row.id, await givePost(db, row, row.accepted_by, now))
  return accept({ invitationId: row.id, state: 'accepted' })
}
