import { decideWithdrawing } from '../../../core/domain/activity/change'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordChange } from '../../repositories/activity/change'
import { lockWithWorkshops } from '../../repositories/activity/lock-activity'
import { withdrawActivity } from '../../services/withdraw-activity'

export const withdraw: Handler<'activity.withdraw'> = async ({ activityId }, { db, caller, now }) => {
  const [whole, ...workshops] = await lockWithWorkshops(db, activityId)
  if (whole === undefined) return refuse('activity_not_found')
  const decision = decideWithdrawing(whole.activity, now)
  if (!decision.ok) return decision
  if (decision.value.already) return accept({ activityId, cancelled: 0 })
  const others = workshops.filter(({ row }) => row.status === 'published' && row.starts_at > now)
  let cancelled = 0
  for (const locked of [whole, ...others]) {
    const change = await recordChange(db, locked, { kind: 'cancelled', changedAt: now }, caller.residentId)
    cancelled += (await withdrawActivity(db, locked, change, caller.residentId, now)).cancelled
  }
  return accept({ activityId, cancelled })
}
