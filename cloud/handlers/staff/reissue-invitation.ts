import { accept, refuse } from '../../../core/kernel/result'
import { instant, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { lockInvitation, newCode, recordNewCode } from '../../repositories/invitation'
import { INVITATION_DAYS } from './invite'
import { isWithin } from './within'

export const reissueInvitation: Handler<'staff.reissueInvitation'> = async ({ invitationId }, context) => {
  const { db, caller, now, reach, logAs } = context
  const row = await lockInvitation(db, { id: invitationId })
  if (row === undefined) return refuse('invitation_not_found')
  if (!isWithin(row, caller.posts, reach)) return refuse('not_own_office')
  if (row.accepted_at !== null) return refuse('invitation_used')
  const code = newCode()
  const expiresAt = instant(now + INVITATION_DAYS * 86_400_000)
  await recordNewCode(db, row.id, code, expiresAt)
  logAs({ record: { kind: 'invitation', id: row.id } })
  return accept({ invitationId: row.id, called: row.called, code, expiresAt: toIso(expiresAt) })
}
