import { stateOfInvitation } from '../../../core/domain/staff/invitation'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findActivity } from '../../repositories/activity/lock-activity'
import { factsOf, lockInvitation, recordConfirmed, recordRevoked } from '../../repositories/invitation'
import { deskPermit } from '../../services/check-in/check-in-desk'
import { givePost } from './accept-invitation'

export const decideVolunteer: Handler<'staff.decideVolunteer'> = async (input, context) => {
  const { db, now, permit, logAs } = context
  const row = await lockInvitation(db, { id: input.invitationId })
  const activityId = row?.activity_ids?.[0]
  if (row === undefined || row.from_code === null || activityId === undefined)
    return refuse('invitation_not_found')
  const permitted = deskPermit(await findActivity(db, activityId), permit)
  if (!permitted.ok)
    return refuse(permitted.refusal === 'not_own_office' ? 'not_own_office' : 'invitation_not_found')
  const state = stateOfInvitation(factsOf(row), now)
  if (state === 'accepted') return refuse('invitation_used')
  // Whoever asked may have been erased since.
  if (state !== 'awaiting-confirmation' || row.accepted_by === null) return refuse('invitation_not_found')
  if (now >= row.expires_at) return refuse('check_in_over')
  logAs({ record: { kind: 'activity', id: activityId }, changed: { isWelcome: input.isWelcome } })
  if (!input.isWelcome) {
    await recordRevoked(db, row.id, now)
    return accept({ invitationId: row.id, state: 'revoked' })
  }
  await recordConfirmed(db, row.id, await givePost(db, row, row.accepted_by, now))
  return accept({ invitationId: row.id, state: 'accepted' })
}
