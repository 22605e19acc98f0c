import { decideWithdrawing } from '../../../core/domain/activity/change'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordChange, type RecordedChange } from '../../repositories/activity/change'
import { lockWithWorkshops } from '../../repositories/activity/lock-activity'
import { callStallHolders, readStallHolders } from '../../services/call-list'
import { tellVolunteers } from '../../services/tell-volunteers'
import { withdrawActivity } from '../../services/withdraw-activity'

export const withdraw: Handler<'activity.withdraw'> = async (
  { activityId },
  { db, caller, now, gateways, permit },
) => {
  const [whole, ...workshops] = await lockWithWorkshops(db, activityId)
  if (whole === undefined) return refuse('activity_not_found')
  const decision = decideWithdrawing(whole.activity, now)
  if (!decision.ok) return decision
  if (decision.value.already) return accept({ activityId, cancelled: 0 })
  const others = workshops.filter(({ row }) => row.status === 'published' && row.starts_at > now)
  const holders = await readStallHolders(db, permit(), gateways.phoneSeal, activityId)
  let cancelled = 0
  let ofWhole: RecordedChange | null = null
  for (const locked of [whole, ...others]) {
    const change = await recordChange(db, locked, { kind: 'cancelled', changedAt: now }, caller.residentId)
    if (locked === whole) {
      ofWhole = change
      await callStallHolders(db, permit(), activityId, change.id, holders)
    }
    cancelled += (await withdrawActivity(db, locked, change, caller.residentId, now)).cancelled
  }
  if (ofWhole !== null) await tellVolunteers(db, [whole, ...workshops], ofWhole, now)
  return accept({ activityId, cancelled })
}
