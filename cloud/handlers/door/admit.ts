import { randomUUID } from 'node:crypto'
import { scanAtActivity, type ActivityScan } from '../../../core/domain/check-in/scan/scan'
import type { Registration } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../app/handler'
import { countsOf, refuseDoor, staffMoment, type StaffMoment } from '../../check-in/at-door'
import { cameBefore, cameOf, identitiesIn, idsIn } from '../../check-in/heads'
import { logRefused } from '../../check-in/judge-code'
import { recordArrivals } from '../../check-in/record-arrivals'
import { heardIn } from '../../check-in/record-scan'
import { lockActivity, type LockedActivity } from '../../repositories/activity/lock-activity'
import { holdVisitors, readStanding } from '../../repositories/check-in/entries'
import { placeOf } from '../../repositories/check-in/places'
import { recordVisits } from '../../repositories/check-in/visits'
import { findRegistration } from '../../repositories/registration/parties'

type Context = HandlerContext<'door.admit'>

export const admit: Handler<'door.admit'> = async (input, context) => {
  const { db, caller, now } = context
  const { activityId, registrationId } = input
  // Residents are held before the activity is locked, as everywhere.
  const seen = await findRegistration(db, activityId, registrationId)
  await holdVisitors(db, idsIn(seen === null ? [] : [seen]))
  const locked = await lockActivity(db, activityId)
  const refused = refuseDoor(locked, caller)
  if (refused !== null || locked === null) return refused ?? refuse('activity_not_found')
  const party = await findRegistration(db, activityId, registrationId)
  if (party === null) {
    const unknown = refuse('not_registered')
    await logRefused(db, unknown, 'number', placeOf(locked.row), now)
    return unknown
  }
  const moment = staffMoment(input.times, locked, now)
  const scan = await scanParty(context, locked, party, input.members, moment)
  if (scan.refusal !== null) {
    await logRefused(db, refuse(scan.refusal), 'number', placeOf(locked.row), now)
    if (heardIn(scan).length === 0) return refuse(scan.refusal, scan.refusalDetail)
  }
  return accept({
    came: await record(context, locked, party, scan, moment),
    counts: await countsOf(db, activityId),
  })
}

async function scanParty(
  { db }: Context,
  { row, activity, seats, deadlines }: LockedActivity,
  party: Registration,
  members: readonly string[] | null,
  { at, mode }: StaffMoment,
): Promise<ActivityScan> {
  const before = await readStanding(db, row.id, idsIn([party]), identitiesIn([party]))
  return scanAtActivity(
    {
      activity,
      seats,
      deadlines,
      parties: [party],
      cameBefore: cameBefore([party], before),
      walker: null,
      walkedIn: false,
    },
    { members: members === null ? null : new Set(members), walkIn: false },
    at,
    mode,
  )
}

/** Whoever is let in was at the place too: each known resident gets the visit. */
async function record(
  { db, caller, now }: Context,
  locked: LockedActivity,
  party: Registration,
  scan: ActivityScan,
  { at, flags }: StaffMoment,
) {
  const recording = { actId: randomUUID(), at, grade: 'staff', flags, by: caller.residentId, now } as const
  await recordArrivals(db, locked, scan, null, recording)
  const heard = heardIn(scan)
  const standing = await readStanding(db, locked.row.id, heard, identitiesIn([party], heard))
  const visitors = new Set(standing.flatMap(({ visitorId }) => visitorId ?? []))
  await recordVisits(db, placeOf(locked.row), [...visitors], recording)
  return cameOf(standing, recording.actId)
}
