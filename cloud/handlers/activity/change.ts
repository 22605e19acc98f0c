import type { Input } from '../../../core/contract'
import { decideChange, type ChangeRequest } from '../../../core/domain/activity/change'
import { accept, refuse } from '../../../core/kernel/result'
import { instant, parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import type { Handler, HandlerContext } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import {
  findActivity,
  lockWithWorkshops,
  type LockedActivity,
} from '../../repositories/activity/lock-activity'
import { countScreens } from '../../repositories/check-in/codes'
import { callStallHolders, readStallHolders } from '../../services/call-list'
import { announceChange } from '../../services/announce-change'
import { tellVolunteers } from '../../services/tell-volunteers'

type Context = HandlerContext<'activity.change'>

export const change: Handler<'activity.change'> = async (input, context) => {
  const { db, caller, now, gateways, permit } = context
  const [whole, ...workshops] = await lockWithWorkshops(db, input.activityId)
  if (whole === undefined || whole.row.status === 'draft') return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(whole.row))
  if (!permitted.ok) return permitted
  const asked = changeIn(input)
  if (typeof asked === 'string') return refuse(asked)
  const decision = decideChange(whole.activity, asked, now, whole.rules)
  if (!decision.ok) return decision
  if (await leavesItsWhole(context, whole, asked)) return refuse('outside_open_activity')
  const holders = await readStallHolders(db, permitted.value, gateways.phoneSeal, whole.row.id)
  const { change: recorded, ...first } = await announceChange(
    db,
    permitted.value,
    whole,
    decision.value,
    caller.residentId,
    now,
  )
  let { notified, unreached } = first
  for (const workshop of workshops) {
    const along = decideChange(workshop.activity, alongWith(whole, workshop, asked, now), now, workshop.rules)
    if (!along.ok || workshop.row.status !== 'published') continue
    const announced = await announceChange(db, permitted.value, workshop, along.value, caller.residentId, now)
    notified += announced.notified
    unreached += announced.unreached
  }
  const stallHolders = await callStallHolders(db, permitted.value, whole.row.id, recorded.id, holders)
  const volunteers = await tellVolunteers(db, [whole, ...workshops], recorded, now)
  const screens = await countScreens(db, whole.row.office_id, now)
  return accept({ change: recorded.notice, notified, unreached, stallHolders, volunteers, screens })
}

function changeIn(
  input: Input<'activity.change'>,
): ChangeRequest | 'place_missing' | 'start_missing' | 'note_missing' {
  switch (input.kind) {
    case 'indoors':
      return input.place === null ? 'place_missing' : { kind: input.kind, place: input.place }
    case 'note':
      return input.note === null ? 'note_missing' : { kind: input.kind, note: input.note }
    case 'postponed':
    case 'brought-forward':
      return input.startsAt === null
        ? 'start_missing'
        : { kind: input.kind, startsAt: parseInstant(input.startsAt) }
    default:
      return { kind: input.kind }
  }
}

/** A workshop moves by as much as its market; what has not begun when the market ends does not take place. */
function alongWith(
  whole: LockedActivity,
  workshop: LockedActivity,
  asked: ChangeRequest,
  now: Instant,
): ChangeRequest {
  switch (asked.kind) {
    case 'postponed':
    case 'brought-forward':
      return { ...asked, startsAt: instant(workshop.row.starts_at + (asked.startsAt - whole.row.starts_at)) }
    case 'ended-early':
      return now < workshop.row.starts_at ? { kind: 'cancelled' } : asked
    default:
      return asked
  }
}

/** A workshop alone can't be moved out of its market. */
async function leavesItsWhole(
  { db }: Context,
  { row }: LockedActivity,
  asked: ChangeRequest,
): Promise<boolean> {
  if ((asked.kind !== 'postponed' && asked.kind !== 'brought-forward') || row.part_of === null) return false
  const whole = await findActivity(db, row.part_of)
  if (whole === null) return true
  const endsAt = asked.startsAt + (row.ends_at - row.starts_at)
  return asked.startsAt < whole.row.starts_at || endsAt > whole.row.ends_at
}
