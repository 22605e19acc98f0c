import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { checkInParties, deskPermit } from '../../services/check-in/check-in-desk'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readCheckInMembers } from '../../repositories/check-in/check-in-list'

export const findBySurname: Handler<'door.findBySurname'> = async (input, { db, now, permit }) => {
  const found = await findActivity(db, input.activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  // Every further character would take a step towards the whole name, which opens with a record only.
  // É is one letter or two signs, Ｚ as wide as a Chinese one.
  const [first = ''] = input.surname.normalize('NFKC')
  const rows = await readCheckInMembers(db, permitted.value, input.activityId, { namePrefix: first })
  return accept({ parties: checkInParties(rows, found, now) })
}
