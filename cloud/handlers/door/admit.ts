import { randomUUID } from 'node:crypto'
import { scanAtActivity, type ActivityScan } from '../../../core/domain/check-in/scan/scan'
import { hasPlace, type Registration } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../app/handler'
import { countsOf, deskPermit, staffMoment, type StaffMoment } from '../../services/check-in/check-in-desk'
import { cameBefore, cameOf, identitiesIn, idsIn } from '../../services/check-in/heads'
import { logRefused } from '../../services/codes/judge-code'
import { recordArrivals } from '../../services/check-in/record-arrivals'
import { checkedInMembers } from '../../services/check-in/record-scan'
import { lockActivity, type LockedActivity } from '../../repositories/activity/lock-activity'
import { lockVisitors, readEntries } from '../../repositories/check-in/entries'
import { placeOf } from '../../repositories/check-in/places'
import { recordVisits } from '../../repositories/check-in/visits'
import { findRegistration } from '../../repositories/registration/parties'

type Context = HandlerContext<'door.admit'>

export const admit: Handler<'door.admit'> = async (input, context) => {
  const { db, now, permit } = context
  const { activityId, registrationId } = input
  // Older phones do not say: there, whoever was found in a list is ticked, and a ticket that it lacks is a whole party.
  const kind = input.foundBy ?? (input.members === null ? 'ticket' : 'number')
  // Residents are held before the activity is locked, as everywhere.
  const found = await findRegistration(db, activityId, registrationId)
  await lockVisitors(db, idsIn(found === null ? [] : [found]))
  const locked = await lockActivity(db, activityId)
  const permitted = deskPermit(locked, permit)
  if (!permitted.ok) return permitted
  if (locked === null) return refuse('activity_not_found')
  const party = await findRegistration(db, activityId, registrationId)
  if (party === null) {
    const unknown = refuse('not_registered')
    await logRefused(db, unknown, kind, placeOf(locked.row), now)
    return unknown
  }
  const moment = staffMoment(input.times, locked, now)
  const scan = await scanParty(context, locked, party, membersLetIn(party, input.members), moment)
  if (scan.refusal !== null) {
    await logRefused(db, refuse(scan.refusal), kind, placeOf(locked.row), now)
    if (checkedInMembers(scan).length === 0) return refuse(scan.refusal, scan.refusalDetail)
  }
  return accept({
    came: await record(context, locked, party, scan, moment),
    counts: await countsOf(db, permitted.value, activityId),
  })
}

/**
 * Everybody with a place. Where a party has none, all of it stood there: who waits or had cancelled is let in, refused or
 * a seatless entry by the rules, rather than nobody in silence. A phone that lacks the party in its list does not know.
 */
const membersLetIn = (party: Registration, members: readonly string[] | null): readonly string[] | null =>
  members === null && !party.members.some(hasPlace) ? idsIn([party]) : members

async function scanParty(
  { db }: Context,
  { row, activity, seats, deadlines }: LockedActivity,
  party: Registration,
  members: readonly string[] | null,
  { at, mode }: StaffMoment,
): Promise<ActivityScan> {
  const before = await readEntries(db, row.id, idsIn([party]), identitiesIn([party]))
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
  const members = checkedInMembers(scan)
  const entries = await readEntries(db, locked.row.id, members, identitiesIn([party], members))
  const visitors = new Set(entries.flatMap(({ visitorId }) => visitorId ?? []))
  await recordVisits(db, placeOf(locked.row), [...visitors], recording)
  return cameOf(entries, recording.actId)
}
