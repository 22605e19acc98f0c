import { decideReleasing } from '../../../../core/domain/registration/door/roll'
import { accept, refuse } from '../../../../core/kernel/result'
import type { Handler } from '../../../app/handler'
import { countsOf, refuseDoor } from '../../../check-in/at-door'
import { moveMembers } from '../../../check-in/record-arrivals'
import { lockActivity } from '../../../repositories/activity/lock-activity'
import { readParties } from '../../../repositories/registration/parties'

export const release: Handler<'door.release'> = async ({ activityId }, { db, caller, now }) => {
  const locked = await lockActivity(db, activityId)
  const refused = refuseDoor(locked, caller)
  if (refused !== null || locked === null) return refused ?? refuse('activity_not_found')
  if (locked.activity.kind === 'open') return refuse('no_registration_needed')
  const members = (await readParties(db, activityId)).flatMap((party) => party.members)
  const decision = decideReleasing(members, locked.deadlines, now)
  if (!decision.ok) return decision
  await moveMembers(db, locked, { act: 'release', changes: decision.value }, 0, {
    by: caller.residentId,
    now,
  })
  return accept({ released: decision.value.length, counts: await countsOf(db, activityId) })
}
