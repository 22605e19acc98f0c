import { decideHandingIn } from '../../../core/domain/activity/planning/draft'
import { decideApproval } from '../../../core/domain/activity/planning/review'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { lockDraft, readApprovers, recordApproved, recordPublished } from '../../repositories/activity/draft'
import { readRules } from '../../repositories/activity/rules'
import { recordStaffAct } from '../../repositories/activity/staff-acts'
import { changedBy } from './held'

export const approve: Handler<'draft.approve'> = async ({ draftId, version }, context) => {
  const { db, caller, now, permit, logAs } = context
  const found = await lockDraft(db, draftId)
  if (found === null) return refuse('draft_not_found')
  const decision = decideApproval(found, version, caller.residentId, await readApprovers(db, now))
  if (!decision.ok)
    return decision.refusal === 'draft_changed' ? refuse('draft_changed', changedBy(found)) : decision
  const { isAlone } = decision.value
  const planned = decideHandingIn(found.content, await readRules(db), now)
  if (!planned.ok) {
    // Whatever else could be wrong was refused when it was handed in, and the rules moved only forward in time.
    if (planned.refusal !== 'day_past') throw new Error(`a draft was handed in that is ${planned.refusal}`)
    return refuse('day_past')
  }
  const publishedFrom = found.publishAt !== null && found.publishAt > now ? found.publishAt : now
  const activityIds = await recordPublished(db, permit(), found, planned.value, publishedFrom, now)
  await recordApproved(db, permit(), draftId, isAlone, now)
  for (const id of activityIds)
    await recordStaffAct(db, id, 'approved', caller.residentId, now, isAlone ? { isAlone } : {})
  logAs({ record: { kind: 'activity', id: found.recordId }, changed: { isAlone } })
  return accept({ activityIds, publishedFrom: toIso(publishedFrom), isAlone })
}
