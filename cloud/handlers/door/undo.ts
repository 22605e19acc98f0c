import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { countsOf, refuseDoor } from '../../check-in/at-door'
import { undoCheckIn } from '../../check-in/undo-entries'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { findEntry } from '../../repositories/check-in/entries'

export const undo: Handler<'door.undo'> = async ({ activityId, entryId, reason }, { db, caller, now }) => {
  const locked = await lockActivity(db, activityId)
  const refused = refuseDoor(locked, caller)
  if (refused !== null || locked === null) return refused ?? refuse('activity_not_found')
  const entry = await findEntry(db, activityId, entryId)
  if (entry === null) return refuse('entry_not_found')
  await undoCheckIn(db, locked, entry, { reason, by: caller.residentId, now })
  return accept({ entryId, counts: await countsOf(db, activityId) })
}
