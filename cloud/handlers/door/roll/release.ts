import { decideReleasing } from '../../../../core/domain/registration/attendance/roll'
import { accept, refuse } from '../../../../core/kernel/result'
import type { Handler } from '../../../app/handler'
import { countsOf, deskPermit } from '../../../services/check-in/check-in-desk'
import { moveMembers } from '../../../services/check-in/record-arrivals'
import { lockActivity } from '../../../repositories/activity/lock-activity'
import { readParties } from '../../../repositories/registration/parties'

export const release: Handler<'door.release'> = async ({ activityId }, { db, caller, now, permit }) => {
  const locked = await lockActivity(db, activityId)
  const permitted = deskPermit(locked, permit)
  if (!permitted.ok) return permitted
  if (locked === null) return refuse('activity_not_found')
  if (locked.activity.kind === 'open') return refuse('no_registration_needed')
  const members = (await readParties(db, activityId)).flatMap((party) => party.members)
  const decision = decideReleasing(members, locked.deadlines, now)
  if (!decision.ok) return decision
  await moveMembers(db, locked, { act: 'release', changes: decision.value }, 0, {
    by: caller.residentId,
    now,
  })
  return accept({ released: decision.value.length, counts: await countsOf(db, permitted.value, activityId) })
}
