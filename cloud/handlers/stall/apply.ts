import { decideApplying } from '../../../core/domain/activity/stall/stall'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { ownApplications, readStalls, recordApplication } from '../../repositories/stall'

export const apply: Handler<'stall.apply'> = async (input, { db, caller, now }) => {
  const locked = await lockActivity(db, input.activityId)
  const own = locked === null ? [] : await ownApplications(db, locked.row.id, caller.residentId)
  const decision = decideApplying(locked?.isPublic === true ? locked.activity : null, own, now)
  if (!decision.ok) return decision
  const stalls = await readStalls(db, input.activityId)
  if (stalls.length === 0) return refuse('no_stalls_here')
  const { activityId, kind, offer } = input
  const applicationId = await recordApplication(db, {
    activityId,
    kind,
    offer,
    applicantId: caller.residentId,
    at: now,
  })
  return accept({ applicationId })
}
