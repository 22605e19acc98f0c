import { randomUUID } from 'node:crypto'
import { scanAtActivity, type ActivityScan } from '../../../core/domain/check-in/scan/scan'
import type { Registration } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../app/handler'
import { countsOf, refuseDoor, staffMoment, type StaffMoment } from '../../check-in/at-door'
import { cameOf } from '../../check-in/came'
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
  await holdVisitors(db, idsIn(await findRegistration(db, activityId, registrationId)))
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
  return accept({ came: await record(context, locked, scan, moment), counts: await countsOf(db, activityId) })
}

const idsIn = (party: Registration | null): readonly string[] => party?.members.map(({ id }) => id) ?? []

async function scanParty(
  { db }: Context,
  { row, activity, seats, deadlines }: LockedActivity,
  party: Registration,
  members: readonly string[] | null,
  { at, mode }: StaffMoment,
): Promise<ActivityScan> {
  const before = await readStanding(db, row.id, idsIn(party), null)
  const cameBefore = new Set(before.flatMap(({ memberId }) => memberId ?? []))
  return scanAtActivity(
    { activity, seats, deadlines, parties: [party], cameBefore, walker: null, walkedIn: false },
    { members: members === null ? null : new Set(members), walkIn: false },
    at,
    mode,
  )
}

/** Whoever is let in was at the place too: each known resident gets the visit. */
async function record(
  { db, caller, now }: Context,
  locked: LockedActivity,
  scan: ActivityScan,
  { at, flags }: StaffMoment,
) {
  const recording = { actId: randomUUID(), at, grade: 'staff', flags, by: caller.residentId, now } as const
  await recordArrivals(db, locked, scan, null, recording)
  const standing = await readStanding(db, locked.row.id, heardIn(scan), null)
  const visitors = new Set(standing.flatMap(({ visitorId }) => visitorId ?? []))
  await recordVisits(db, placeOf(locked.row), [...visitors], recording)
  return cameOf(standing, recording.actId)
}
