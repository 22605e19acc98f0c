import type { Input } from '../../../core/contract'
import { decideChange, type ChangeWish } from '../../../core/domain/activity/change'
import { accept, refuse } from '../../../core/kernel/result'
import { instant, parseInstant } from '../../../core/kernel/shanghai-time'
import type { Handler, HandlerContext } from '../../app/handler'
import {
  findActivity,
  lockWithWorkshops,
  type LockedActivity,
} from '../../repositories/activity/lock-activity'
import { announce } from '../../settling/announce'

type Context = HandlerContext<'activity.change'>

export const change: Handler<'activity.change'> = async (input, context) => {
  const { db, caller, now } = context
  const [whole, ...workshops] = await lockWithWorkshops(db, input.activityId)
  if (whole === undefined || whole.row.status === 'draft') return refuse('activity_not_found')
  if (caller.role === 'office' && whole.row.office_id !== caller.officeId) return refuse('not_own_office')
  const wish = wishOf(input)
  if (wish === 'place_missing' || wish === 'start_missing') return refuse(wish)
  const decision = decideChange(whole.activity, wish, now, whole.rules)
  if (!decision.ok) return decision
  if (await leavesItsWhole(context, whole, wish)) return refuse('outside_open_activity')
  const { change: recorded, ...first } = await announce(db, whole, decision.value, caller.residentId, now)
  let { told, unreached } = first
  for (const workshop of workshops) {
    const along = decideChange(workshop.activity, alongWith(whole, workshop, wish), now, workshop.rules)
    if (!along.ok || workshop.row.status !== 'published') continue
    const announced = await announce(db, workshop, along.value, caller.residentId, now)
    told += announced.told
    unreached += announced.unreached
  }
  return accept({ change: recorded.notice, toTell: told, unreached })
}

function wishOf(input: Input<'activity.change'>): ChangeWish | 'place_missing' | 'start_missing' {
  switch (input.kind) {
    case 'indoors':
      return input.place === null ? 'place_missing' : { kind: input.kind, place: input.place }
    case 'postponed':
      return input.startsAt === null
        ? 'start_missing'
        : { kind: input.kind, startsAt: parseInstant(input.startsAt) }
    default:
      return { kind: input.kind }
  }
}

/** A workshop moves by as much as its market. */
const alongWith = (whole: LockedActivity, workshop: LockedActivity, wish: ChangeWish): ChangeWish =>
  wish.kind === 'postponed'
    ? { ...wish, startsAt: instant(workshop.row.starts_at + (wish.startsAt - whole.row.starts_at)) }
    : wish

/** A workshop alone can't be moved out of its market. */
async function leavesItsWhole({ db }: Context, { row }: LockedActivity, wish: ChangeWish): Promise<boolean> {
  if (wish.kind !== 'postponed' || row.part_of === null) return false
  const whole = await findActivity(db, row.part_of)
  return whole === null || wish.startsAt + (row.ends_at - row.starts_at) > whole.row.ends_at
}
