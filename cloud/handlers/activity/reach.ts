import { recipientsOf } from '../../../core/domain/registration/messages/notice'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { findWithWorkshops } from '../../repositories/activity/lock-activity'
import { readVolunteersToTell } from '../../repositories/post'
import { readConcerned } from '../../services/announce-change'
import { readStallHolders } from '../../services/call-list'
import { waysOf } from '../../services/notify'
import { isReachedByWechat } from '../../services/tell-volunteers'

export const reach: Handler<'activity.reach'> = async (
  { activityId, kind },
  { db, now, gateways, permit },
) => {
  const [whole, ...workshops] = await findWithWorkshops(db, activityId)
  if (whole === undefined || whole.row.status === 'draft') return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(whole.row))
  if (!permitted.ok) return permitted
  const recipients = new Set<string>()
  const registered = { all: 0, wechat: 0, call: 0, withoutPhone: 0, none: 0 }
  for (const found of [whole, ...workshops.filter(({ row }) => row.status === 'published')]) {
    // What has not begun when its market ends does not take place.
    const happens = kind === 'ended-early' && now < found.row.starts_at ? 'cancelled' : kind
    const concerned = await readConcerned(db, found, happens, now)
    for (const { registrantId, residentIds } of concerned)
      for (const residentId of recipientsOf(registrantId, residentIds)) recipients.add(residentId)
    for (const way of waysOf(concerned, found, now)) {
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
  const helping = await readVolunteersToTell(
    db,
    [whole, ...workshops].map(({ row }) => row.id),
    now,
  )
  const others = helping.filter(({ residentId }) => !recipients.has(residentId))
  const wechat = others.filter((volunteer) => isReachedByWechat(volunteer, whole, now)).length
  const volunteers = {
    all: helping.length,
    wechat,
    inPerson: others.length - wechat,
    registered: helping.length - others.length,
  }
  return accept({ registered, stallHolders, volunteers })
}
