import { decideClosingRoll } from '../../../../core/domain/registration/door/roll'
import { isState } from '../../../../core/domain/registration/party'
import { accept, refuse } from '../../../../core/kernel/result'
import { toIso, type Instant } from '../../../../core/kernel/shanghai-time'
import type { Handler, HandlerContext } from '../../../app/handler'
import { countsOf, refuseDoor } from '../../../check-in/at-door'
import { moveMembers } from '../../../check-in/record-arrivals'
import { lockActivity, type LockedActivity } from '../../../repositories/activity/lock-activity'
import { recordRollClosed, recordStaffAct } from '../../../repositories/activity/staff-acts'
import { readAllStanding } from '../../../repositories/check-in/entries'
import { readParties } from '../../../repositories/registration/parties'

const isNoShow = isState('no_show')

export const closeRoll: Handler<'door.closeRoll'> = async ({ activityId }, context) => {
  const { db, caller, now } = context
  const locked = await lockActivity(db, activityId)
  const refused = refuseDoor(locked, caller)
  if (refused !== null || locked === null) return refused ?? refuse('activity_not_found')
  if (locked.activity.status === 'withdrawn') return refuse('activity_withdrawn')
  if (locked.activity.kind === 'open') return refuse('no_registration_needed')
  if (locked.row.roll_closed_at !== null) return answer(context, activityId, locked.row.roll_closed_at)
  const members = (await readParties(db, activityId)).flatMap((party) => party.members)
  const decision = decideClosingRoll(members, await cameByDoor(context, locked), locked.deadlines, now)
  if (!decision.ok) return decision
  await moveMembers(db, locked, { act: 'close-roll', changes: decision.value }, 0, {
    by: caller.residentId,
    now,
  })
  await recordRollClosed(db, activityId, now)
  const detail = { noShows: decision.value.length }
  await recordStaffAct(db, activityId, 'roll-closed', caller.residentId, now, detail)
  return answer(context, activityId, now)
}

type Context = HandlerContext<'door.closeRoll'>

/** Who was there without a seat is no no-show. */
async function cameByDoor({ db }: Context, { row }: LockedActivity): Promise<ReadonlySet<string>> {
  const heads = await readAllStanding(db, row.id)
  return new Set(heads.flatMap(({ memberId }) => memberId ?? []))
}

async function answer({ db }: Context, activityId: string, closedAt: Instant) {
  const members = (await readParties(db, activityId)).flatMap((party) => party.members)
  const noShows = members.filter(isNoShow).length
  return accept({ closedAt: toIso(closedAt), noShows, counts: await countsOf(db, activityId) })
}
