import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { findWithWorkshops } from '../../repositories/activity/lock-activity'
import { countVolunteers } from '../../repositories/post'
import { readConcerned } from '../../services/announce-change'
import { readStallHolders } from '../../services/call-list'
import { waysOf } from '../../services/notify'

export const reach: Handler<'activity.reach'> = async (
  { activityId, kind },
  { db, now, gateways, permit },
) => {
  const [whole, ...workshops] = await findWithWorkshops(db, activityId)
  if (whole === undefined || whole.row.status === 'draft') return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(whole.row))
  if (!permitted.ok) return permitted
  const registered = { all: 0, wechat: 0, call: 0, withoutPhone: 0, none: 0 }
  for (const found of [whole, ...workshops.filter(({ row }) => row.status === 'published')]) {
    // What has not begun when its market ends does not take place.
    const happens = kind === 'ended-early' && now < found.row.starts_at ? 'cancelled' : kind
    for (const way of waysOf(await readConcerned(db, found, happens, now), found, now)) {
      registered.all += 1
      registered[way] += 1
    }
  }
  const { toCall, registered: told } = await readStallHolders(
    db,
    permitted.value,
    gateways.phoneSeal,
    activityId,
  )
  const call = toCall.filter(({ phone }) => phone !== null).length
  const stallHolders = {
    all: toCall.length + told.length,
    call,
    withoutPhone: toCall.length - call,
    registered: told.length,
  }
  return accept({ registered, stallHolders, volunteers: await countVolunteers(db, activityId, now) })
}
