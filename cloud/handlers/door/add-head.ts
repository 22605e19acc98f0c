import { randomUUID } from 'node:crypto'
import { scanAtActivity } from '../../../core/domain/check-in/scan/scan'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { countsOf, deskPermit, staffMoment } from '../../services/check-in/check-in-desk'
import { logRefused } from '../../services/codes/judge-code'
import { recordArrivals } from '../../services/check-in/record-arrivals'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { placeOf } from '../../repositories/check-in/places'

export const addHead: Handler<'door.addHead'> = async (input, { db, caller, now, permit }) => {
  const locked = await lockActivity(db, input.activityId)
  const permitted = deskPermit(locked, permit)
  if (!permitted.ok) return permitted
  if (locked === null) return refuse('activity_not_found')
  const { mode, at, flags } = staffMoment(input.times, locked, now)
  const { activity, seats, deadlines } = locked
  const scan = scanAtActivity(
    { activity, seats, deadlines, parties: [], cameBefore: new Set(), walker: null, walkedIn: false },
    { members: null, walkIn: true },
    at,
    mode,
  )
  if (scan.refusal === 'cancelled') throw new Error('a head without a registration has nothing cancelled')
  if (scan.refusal !== null) {
    await logRefused(db, refuse(scan.refusal), 'walk-in', placeOf(locked.row), now)
    return refuse(scan.refusal, scan.refusalDetail)
  }
  const recording = { actId: randomUUID(), at, grade: 'staff', flags, by: caller.residentId, now } as const
  const [head] = await recordArrivals(db, locked, scan, null, recording)
  if (head === undefined) throw new Error('a walk-in was neither refused nor recorded')
  return accept({ entryId: head.id, counts: await countsOf(db, permitted.value, locked.row.id) })
}
