import { decideClosingRoll } from '../../../../core/domain/registration/attendance/roll'
import { isState } from '../../../../core/domain/registration/party'
import { accept, refuse } from '../../../../core/kernel/result'
import { toIso, type Instant } from '../../../../core/kernel/shanghai-time'
import type { Handler, HandlerContext } from '../../../app/handler'
import type { Permit } from '../../../app/permit'
import { countsOf, deskPermit } from '../../../services/check-in/check-in-desk'
import { moveMembers } from '../../../services/check-in/record-arrivals'
import { lockActivity, type LockedActivity } from '../../../repositories/activity/lock-activity'
import { recordRollClosed, recordStaffAct } from '../../../repositories/activity/staff-acts'
import { readAllEntries } from '../../../repositories/check-in/entries'
import { readParties } from '../../../repositories/registration/parties'

const isNoShow = isState('no_show')

export const closeRoll: Handler<'door.closeRoll'> = async ({ activityId }, context) => {
  const { db, caller, now, permit } = context
  const locked = await lockActivity(db, activityId)
  const permitted = deskPermit(locked, permit)
  if (!permitted.ok) return permitted
  if (locked === null) return refuse('activity_not_found')
  if (locked.activity.status === 'withdrawn') return refuse('activity_withdrawn')
  if (locked.activity.kind === 'open') return refuse('no_registration_needed')
  if (locked.row.roll_closed_at !== null)
    return answer(context, permitted.value, activityId, locked.row.roll_closed_at)
  const members = (await readParties(db, activityId)).flatMap((party) => party.members)
  const decision = decideClosingRoll(
    members,
    await withSeatlessEntry(context, locked),
    locked.deadlines,
    locked.isEndedEarly,
    now,
  )
  if (!decision.ok) return decision
  await moveMembers(db, locked, { act: 'close-roll', changes: decision.value }, 0, {
    by: caller.residentId,
    now,
  })
  await recordRollClosed(db, activityId, now)
  const detail = { noShows: decision.value.length }
  await recordStaffAct(db, activityId, 'roll-closed', caller.residentId, now, detail)
  return answer(context, permitted.value, activityId, now)
}

type Context = HandlerContext<'door.closeRoll'>

/** Who was there without a seat is no no-show. */
async function withSeatlessEntry({ db }: Context, { row }: LockedActivity): Promise<ReadonlySet<string>> {
  const heads = await readAllEntries(db, row.id)
  return new Set(heads.flatMap(({ memberId }) => memberId ?? []))
}

async function answer({ db }: Context, permit: Permit, activityId: string, closedAt: Instant) {
  const members = (await readParties(db, activityId)).flatMap((party) => party.members)
  const noShows = members.filter(isNoShow).length
  return accept({ closedAt: toIso(closedAt), noShows, counts: await countsOf(db, permit, activityId) })
}
