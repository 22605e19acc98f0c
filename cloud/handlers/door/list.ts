import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { countsOf, doorParties, headOf, refuseDoor } from '../../check-in/at-door'
import { ticketSigner } from '../../check-in/kept-key'
import { latestChange } from '../../repositories/activity/change'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readDoorHeads, readDoorMembers } from '../../repositories/check-in/door-list'

export const list: Handler<'door.list'> = async ({ activityId }, { db, caller, gateways }) => {
  const found = await findActivity(db, activityId)
  const refused = refuseDoor(found, caller)
  if (refused !== null || found === null) return refused ?? refuse('activity_not_found')
  const { checkInFrom, checkInUntil } = found.deadlines
  const change = await latestChange(db, activityId)
  const closedAt = found.row.roll_closed_at
  return accept({
    activityId,
    title: found.row.title,
    place: change?.notice.place ?? found.row.place,
    startsAt: toIso(found.row.starts_at),
    endsAt: toIso(found.row.ends_at),
    checkInFrom: toIso(checkInFrom),
    checkInUntil: toIso(checkInUntil),
    roll: {
      closableFrom: toIso(found.deadlines.rollClosableFrom),
      closedAt: closedAt === null ? null : toIso(closedAt),
    },
    counts: await countsOf(db, activityId),
    parties: doorParties(await readDoorMembers(db, activityId)),
    heads: (await readDoorHeads(db, activityId)).flatMap(headOf),
    ticketKey: (await ticketSigner(db, gateways)).publicKey,
  })
}
