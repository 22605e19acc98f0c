import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { activitiesAhead, lockFamilyMember, removeFamilyMember } from '../../repositories/family'

export const remove: Handler<'family.remove'> = async ({ familyMemberId }, { db, caller, now }) => {
  if (!(await lockFamilyMember(db, familyMemberId, caller.residentId)))
    return refuse('family_member_not_found')
  const activities = await activitiesAhead(db, familyMemberId, now)
  if (activities.length > 0) return refuse('family_member_registered', { activities })
  await removeFamilyMember(db, familyMemberId)
  return accept({ familyMemberId })
}
