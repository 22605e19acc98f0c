import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockInvitation, recordRevoked } from '../../repositories/invitation'
import { isWithin } from './within'

export const revokeInvitation: Handler<'staff.revokeInvitation'> = async ({ invitationId }, context) => {
  const { db, caller, now, reach, logAs } = context
  const row = await lockInvitation(db, { id: invitationId })
  if (row === undefined) return refuse('invitation_not_found')
  if (!isWithin(row, caller.posts, reach)) return refuse('not_own_office')
  if (row.post_id !== null) return refuse('invitation_used')
  if (row.revoked_at === null) await recordRevoked(db, row.id, now)
  logAs({ record: { kind: 'invitation', id: row.id } })
  return accept({ invitationId: row.id })
}
