import { randomUUID } from 'node:crypto'
import { decideTypingPaper, paperHeads } from '../../../core/domain/check-in/paper'
import { scanAtActivity } from '../../../core/domain/check-in/scan/scan'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../app/handler'
import { lockActivity, type LockedActivity } from '../../repositories/activity/lock-activity'
import { findEntry, lockVisitors, readEntries, recordEntries } from '../../repositories/check-in/entries'
import { placeOf } from '../../repositories/check-in/places'
import { countPaper, markElders, paperEntries } from '../../repositories/check-in/sheets'
import { recordVisits, type Recording } from '../../repositories/check-in/visits'
import { readParties } from '../../repositories/registration/parties'
import { countsOf, deskPermit } from '../../services/check-in/check-in-desk'
import { cameBefore, identitiesIn, idsIn } from '../../services/check-in/heads'
import { moveMembers, recordArrivals } from '../../services/check-in/record-arrivals'
import { checkedInMembers } from '../../services/check-in/record-scan'
import { undoHeads } from '../../services/check-in/undo-check-in'

type Context = HandlerContext<'sheet.record'>

export const record: Handler<'sheet.record'> = async (input, context) => {
  const { db, caller, now, permit } = context
  const { activityId } = input
  // Residents are held before the activity is locked, as everywhere.
  await lockVisitors(db, input.members)
  const locked = await lockActivity(db, activityId)
  const permitted = deskPermit(locked, permit)
  if (!permitted.ok) return permitted
  if (locked === null) return refuse('activity_not_found')
  const typing = decideTypingPaper(locked.activity, locked.row.roll_closed_at !== null, now)
  if (!typing.ok) return typing
  const recording: Recording = {
    actId: randomUUID(),
    // Paper says who came, not when.
    at: locked.deadlines.startsAt,
    grade: 'staff',
    flags: ['paper'],
    by: caller.residentId,
    now,
  }
  const came = await recordMembers(context, locked, input.members, recording)
  if (came === null) return refuse('not_registered')
  await recordHeads(context, activityId, input.walkIns, recording)
  await markElders(db, activityId, input.elders)
  return accept({
    ...came,
    paper: await countPaper(db, activityId),
    counts: await countsOf(db, permitted.value, activityId),
  })
}

/** `null` where somebody ticked is not of this activity. */
async function recordMembers(
  { db }: Context,
  locked: LockedActivity,
  members: readonly string[],
  recording: Recording,
): Promise<{ came: number; repeated: number } | null> {
  const ticked = new Set(members)
  const parties = (await readParties(db, locked.row.id)).filter((party) =>
    party.members.some(({ id }) => ticked.has(id)),
  )
  const there = new Set(idsIn(parties))
  if (members.some((id) => !there.has(id))) return null
  const before = await readEntries(db, locked.row.id, members, identitiesIn(parties, members))
  const scan = scanAtActivity(
    {
      activity: locked.activity,
      seats: locked.seats,
      deadlines: locked.deadlines,
      parties,
      cameBefore: cameBefore(parties, before),
      walker: null,
      walkedIn: false,
    },
    { members: ticked, walkIn: false },
    recording.at,
    'upload',
  )
  await recordArrivals(db, locked, scan, null, recording)
  const cameIds = checkedInMembers(scan)
  const recorded = await readEntries(db, locked.row.id, cameIds)
  const visitors = new Set(recorded.flatMap(({ visitorId }) => visitorId ?? []))
  await recordVisits(db, placeOf(locked.row), [...visitors], recording)
  return { came: scan.changes.length + scan.seatless.length, repeated: scan.repeated.length }
}

/** So many in all: more are added, fewer are taken back. The seats that are free now were counted anew. */
async function recordHeads(
  { db }: Context,
  activityId: string,
  walkIns: number,
  recording: Recording,
): Promise<void> {
  const locked = await lockActivity(db, activityId)
  if (locked === null) throw new Error('an activity vanished under its lock')
  const recorded = await paperEntries(db, activityId)
  const { by, now } = recording
  if (recorded.length > walkIns) {
    const surplus = await Promise.all(
      recorded.slice(0, recorded.length - walkIns).map((id) => findEntry(db, activityId, id)),
    )
    const heads = surplus.flatMap((head) => head ?? [])
    await undoHeads(db, locked, heads, { reason: '纸质签到单改少了', by, now })
    return
  }
  const heads = paperHeads(walkIns - recorded.length, locked.activity, locked.seats)
  const seats = heads.filter(({ holdsSeat }) => holdsSeat).length
  await moveMembers(db, locked, { act: 'arrive', changes: [] }, seats, { by, now })
  await recordEntries(
    db,
    activityId,
    heads.map(({ holdsSeat, flag }) => ({
      id: randomUUID(),
      kind: flag === null ? ('walk_in' as const) : ('door' as const),
      memberId: null,
      residentId: null,
      withoutPhone: true,
      holdsSeat,
      doorFlag: flag,
      before: null,
    })),
    recording,
  )
}
