import { decideApproval } from '../../../core/domain/activity/planning/review'
import { decideLeaving, stepsTo } from '../../../core/domain/activity/stall/plan'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readApprovers } from '../../repositories/activity/draft'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { readPlan, readStandingStalls, recordPublishedPlan } from '../../repositories/stall-plan'
import { changedBy, keyOf, standingOf } from './standing'

export const publishPlan: Handler<'stall.publishPlan'> = async ({ activityId, version }, context) => {
  const { db, caller, now, permit, logAs } = context
  const locked = await lockActivity(db, activityId)
  if (locked === null || locked.row.status === 'draft') return refuse('activity_not_found')
  const saved = await readPlan(db, activityId)
  if (saved.version !== version) return refuse('plan_changed', changedBy(saved))
  const { proposed } = saved
  if (proposed === null) return refuse('plan_not_waiting')
  const approval = decideApproval(standingOf(saved), version, caller.residentId, await readApprovers(db, now))
  if (!approval.ok) {
    if (approval.refusal !== 'second_person_needed')
      throw new Error(`a plan that waits was refused as ${approval.refusal}`)
    return refuse('second_person_needed')
  }
  const { isAlone } = approval.value
  const standing = await readStandingStalls(db, activityId)
  // Somebody may have been given a stall since, which this plan leaves out.
  const leaving = decideLeaving(proposed, standing, keyOf)
  if (!leaving.ok) return leaving
  const steps = stepsTo(proposed, standing, keyOf)
  const newest = await recordPublishedPlan(db, permit(), activityId, steps, now)
  logAs({ record: { kind: 'activity', id: activityId }, changed: { stalls: proposed.length, isAlone } })
  return accept({ version: newest, stalls: proposed.length, isAlone })
}
