import { randomUUID } from 'node:crypto'
import { decideCorrectingRoll } from '../../../../core/domain/registration/attendance/roll'
import type { Member, MemberState } from '../../../../core/domain/registration/party'
import { accept, refuse } from '../../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../../app/handler'
import { countsOf, deskPermit } from '../../../services/check-in/check-in-desk'
import { moveMembers } from '../../../services/check-in/record-arrivals'
import { undoCheckIn } from '../../../services/check-in/undo-check-in'
import { lockActivity, type LockedActivity } from '../../../repositories/activity/lock-activity'
import { recordStaffAct } from '../../../repositories/activity/staff-acts'
import { readEntries, recordEntries } from '../../../repositories/check-in/entries'
import { readParties } from '../../../repositories/registration/parties'

type Context = HandlerContext<'door.correctRoll'>

/** Heads and marks go together: whoever came after all gets a head, whoever did not loses theirs. */
export const correctRoll: Handler<'door.correctRoll'> = async (input, context) => {
  const { db, caller, now, permit } = context
  const { activityId, memberId, came, reason } = input
  const locked = await lockActivity(db, activityId)
  const permitted = deskPermit(locked, permit)
  if (!permitted.ok) return permitted
  if (locked === null) return refuse('activity_not_found')
  const member = await findMember(context, activityId, memberId)
  if (member === null) return refuse('not_on_roll')
  const decision = decideCorrectingRoll(
    member,
    came,
    reason,
    locked.row.roll_closed_at !== null,
    locked.isEndedEarly,
  )
  if (!decision.ok) return decision
  if (decision.value !== null) {
    if (came) await giveHead(context, locked, member)
    else await takeHead(context, locked, member, reason)
    await recordStaffAct(db, activityId, 'roll-corrected', caller.residentId, now, { memberId, came, reason })
  }
  const state: MemberState = (await findMember(context, activityId, memberId))?.state ?? member.state
  return accept({ memberId, state, counts: await countsOf(db, permitted.value, activityId) })
}

async function findMember({ db }: Context, activityId: string, memberId: string): Promise<Member | null> {
  const members = (await readParties(db, activityId)).flatMap((party) => party.members)
  return members.find(({ id }) => id === memberId) ?? null
}

/** Came at the start, says staff. Somebody let in by a seatless entry has their head already. */
async function giveHead({ db, caller, now }: Context, locked: LockedActivity, member: Member): Promise<void> {
  const { row, deadlines } = locked
  const { id: memberId, state, released } = member
  const to = { state: 'attended', released } as const
  const change = { memberId, from: { state, released }, to }
  await moveMembers(db, locked, { act: 'correct-roll', changes: [change], presence: 'staff' }, 0, {
    by: caller.residentId,
    now,
  })
  if ((await readEntries(db, row.id, [memberId])).length > 0) return
  const head = {
    id: randomUUID(),
    kind: 'attended',
    memberId,
    residentId: null,
    withoutPhone: false,
    holdsSeat: false,
    doorFlag: null,
    before: { state, released },
  } as const
  const recording = {
    actId: randomUUID(),
    at: deadlines.startsAt,
    grade: 'staff',
    flags: [],
    by: caller.residentId,
    now,
  } as const
  await recordEntries(db, row.id, [head], recording)
}

/** Undoing a head on a closed roll leaves a mark, but where it ended early; a seatless entry's mark comes here. */
async function takeHead(
  context: Context,
  locked: LockedActivity,
  member: Member,
  reason: string,
): Promise<void> {
  const { db, caller, now } = context
  const by = caller.residentId
  for (const head of await readEntries(db, locked.row.id, [member.id])) {
    await undoCheckIn(db, locked, head, { reason, by, now })
  }
  const after = await findMember(context, locked.row.id, member.id)
  if (after === null || (after.state !== 'attended' && after.state !== 'confirmed')) return
  const { state, released } = after
  if (locked.isEndedEarly) return
  const change = {
    memberId: after.id,
    from: { state, released },
    to: { state: 'no_show', released },
  } as const
  const held = (await lockActivity(db, locked.row.id)) ?? locked
  await moveMembers(db, held, { act: 'correct-roll', changes: [change], presence: null }, 0, { by, now })
}
