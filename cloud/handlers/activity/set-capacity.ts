import { decideCapacity } from '../../../core/domain/registration/queue/capacity'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { recordCapacity, recordStaffAct } from '../../repositories/activity/staff-acts'
import { readAddressed } from '../../repositories/message/notices'
import { judgeQueue, readQueue } from '../../repositories/registration/queue'
import { recordAndPromote } from '../../services/registration/record-and-promote'
import { notify } from '../../services/notify'

export const setCapacity: Handler<'activity.setCapacity'> = async (input, { db, caller, now, permit }) => {
  const { activityId, capacity } = input
  const by = caller.residentId
  const locked = await lockActivity(db, activityId)
  if (locked === null) return refuse('activity_not_found')
  if (locked.activity.status === 'withdrawn') return refuse('activity_withdrawn')
  if (locked.activity.kind === 'open') return refuse('no_registration_needed')
  const queue = await readQueue(db, activityId)
  const waiting = await judgeQueue(db, locked, queue)
  const decision = decideCapacity(locked.seats, capacity, waiting)
  if (!decision.ok) return decision
  const { seats, noLongerFit } = decision.value
  await recordCapacity(db, permit(), activityId, capacity, now)
  await recordStaffAct(db, activityId, 'capacity', by, now, { from: locked.seats.capacity, to: capacity })
  const { confirmed } = await recordAndPromote(db, locked, {
    act: 'capacity',
    by,
    now,
    changes: [],
    queue,
    own: null,
    seats,
  })
  const to = await readAddressed(
    db,
    noLongerFit.map(({ registrationId }) => registrationId),
  )
  const causeOf = ({ joinNumber }: { joinNumber: number }) => `${joinNumber}:${capacity}`
  await notify(db, locked, { kind: 'no-longer-fits', to, causeOf }, now)
  return accept({ capacity, promoted: confirmed.length })
}
