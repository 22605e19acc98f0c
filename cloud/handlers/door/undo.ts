import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { countsOf, deskPermit } from '../../services/check-in/check-in-desk'
import { undoCheckIn } from '../../services/check-in/undo-check-in'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { findEntry } from '../../repositories/check-in/entries'

export const undo: Handler<'door.undo'> = async (
  { activityId, entryId, reason },
  { db, caller, now, permit },
) => {
  const locked = await lockActivity(db, activityId)
  const permitted = deskPermit(locked, permit)
  if (!permitted.ok) return permitted
  if (locked === null) return refuse('activity_not_found')
  const entry = await findEntry(db, activityId, entryId)
  if (entry === null) return refuse('entry_not_found')
  await undoCheckIn(db, locked, entry, { reason, by: caller.residentId, now })
  return accept({ entryId, counts: await countsOf(db, permitted.value, activityId) })
}
