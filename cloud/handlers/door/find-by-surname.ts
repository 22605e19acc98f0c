import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { doorParties, refuseDoor } from '../../check-in/at-door'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readDoorMembers } from '../../repositories/check-in/door-list'

export const findBySurname: Handler<'door.findBySurname'> = async (input, { db, caller }) => {
  const found = await findActivity(db, input.activityId)
  const refused = refuseDoor(found, caller)
  if (refused !== null || found === null) return refused ?? refuse('activity_not_found')
  const rows = await readDoorMembers(db, input.activityId, { namePrefix: input.surname })
  return accept({ parties: doorParties(rows) })
}
