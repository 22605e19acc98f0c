import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { countsOf, doorParties, headOf, refuseDoor } from '../../check-in/at-door'
import { ticketSignerWith } from '../../check-in/ticket-signature'
import { latestChange } from '../../repositories/activity/change'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readTicketSeed } from '../../repositories/check-in/codes'
import { readDoorHeads, readDoorMembers } from '../../repositories/check-in/door-list'

export const list: Handler<'door.list'> = async ({ activityId }, { db, caller }) => {
  const found = await findActivity(db, activityId)
  const refused = refuseDoor(found, caller)
  if (refused !== null || found === null) return refused ?? refuse('activity_not_found')
  const { checkInFrom, checkInUntil } = found.deadlines
  const change = await latestChange(db, activityId)
  return accept({
    activityId,
    title: found.row.title,
    place: change?.notice.place ?? found.row.place,
    startsAt: toIso(found.row.starts_at),
    endsAt: toIso(found.row.ends_at),
    checkInFrom: toIso(checkInFrom),
    checkInUntil: toIso(checkInUntil),
    counts: await countsOf(db, activityId),
    parties: doorParties(await readDoorMembers(db, activityId)),
    heads: (await readDoorHeads(db, activityId)).flatMap(headOf),
    ticketKey: ticketSignerWith(await readTicketSeed(db)).publicKey,
  })
}
