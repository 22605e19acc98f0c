import { randomUUID } from 'node:crypto'
import { scanAtActivity } from '../../../core/domain/check-in/scan/scan'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { countsOf, refuseDoor, staffMoment } from '../../check-in/at-door'
import { cameOf } from '../../check-in/came'
import { logRefused } from '../../check-in/judge-code'
import { recordArrivals } from '../../check-in/record-arrivals'
import { heardIn } from '../../check-in/record-scan'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { holdVisitors, readStanding } from '../../repositories/check-in/entries'
import { placeOf } from '../../repositories/check-in/places'
import { recordVisits } from '../../repositories/check-in/visits'
import { findRegistration } from '../../repositories/registration/parties'

export const admit: Handler<'door.admit'> = async (input, { db, caller, now }) => {
  const seen = await findRegistration(db, input.activityId, input.registrationId)
  const memberIds = seen?.members.map(({ id }) => id) ?? []
  await holdVisitors(db, memberIds)
  const locked = await lockActivity(db, input.activityId)
  const refused = refuseDoor(locked, caller)
  if (refused !== null || locked === null) return refused ?? refuse('activity_not_found')
  const party = await findRegistration(db, input.activityId, input.registrationId)
  if (party === null) return refuse('not_registered')
  const { mode, at, flags } = staffMoment(input.times, locked, now)
  const before = await readStanding(db, locked.row.id, memberIds, null)
  const scan = scanAtActivity(
    {
      activity: locked.activity,
      seats: locked.seats,
      deadlines: locked.deadlines,
      parties: [party],
      cameBefore: new Set(before.flatMap(({ memberId }) => memberId ?? [])),
      walker: null,
      walkedIn: false,
    },
    { members: input.members === null ? null : new Set(input.members), walkIn: false },
    at,
    mode,
  )
  const place = placeOf(locked.row)
  if (scan.refusal !== null) {
    await logRefused(db, refuse(scan.refusal), 'number', place, now)
    if (heardIn(scan).length === 0) return refuse(scan.refusal, scan.refusalDetail)
  }
  const recording = { actId: randomUUID(), at, grade: 'staff', flags, by: caller.residentId, now } as const
  await recordArrivals(db, locked, scan, null, recording)
  const standing = await readStanding(db, locked.row.id, heardIn(scan), null)
  const visitors = [...new Set(standing.flatMap(({ visitorId }) => visitorId ?? []))]
  await recordVisits(db, place, visitors, recording)
  return accept({ came: cameOf(standing, recording.actId), counts: await countsOf(db, locked.row.id) })
}
