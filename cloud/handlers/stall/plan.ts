import { decideApproval } from '../../../core/domain/activity/planning/review'
import { EDITORS } from '../../../core/domain/staff/post'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { readApprovers } from '../../repositories/activity/draft'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readStalls } from '../../repositories/stall'
import { readPlan } from '../../repositories/stall-plan'
import { readPlannedStalls } from './planned-stalls'
import { standingOf } from './standing'

/** The log has it: telephones are opened. */
export const plan: Handler<'stall.plan'> = async ({ activityId }, context) => {
  const { db, caller, now, gateways, permit } = context
  const found = await findActivity(db, activityId)
  if (found === null || found.row.status === 'draft') return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const [saved, published] = await Promise.all([readPlan(db, activityId), readStalls(db, activityId)])
  const stalls = await readPlannedStalls(db, permitted.value, gateways.phoneSeal, activityId, saved)
  const mayPublish = async () => {
    if (!caller.posts.some(({ role }) => EDITORS.includes(role))) return 'no' as const
    const decision = decideApproval(
      standingOf(saved),
      saved.version,
      caller.residentId,
      await readApprovers(db, now),
    )
    if (!decision.ok) return decision.refusal === 'second_person_needed' ? decision.refusal : ('no' as const)
    return decision.value.isAlone ? ('alone' as const) : ('yes' as const)
  }
  return accept({
    activityId,
    title: found.row.title,
    startsAt: toIso(found.activity.startsAt),
    place: found.row.place,
    version: saved.version,
    stalls,
    published,
    isWaiting: saved.proposed !== null,
    by: saved.by === null ? null : { called: saved.by.called, at: toIso(saved.by.at) },
    mayPublish: await mayPublish(),
  })
}
