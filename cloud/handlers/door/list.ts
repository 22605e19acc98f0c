import { placeNow } from '../../../core/domain/activity/change'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { latestChange } from '../../repositories/activity/change'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readCheckInHeads, readCheckInMembers } from '../../repositories/check-in/check-in-list'
import { countsOf, checkInParties, headOf, deskPermit } from '../../services/check-in/check-in-desk'
import { ticketSigner } from '../../services/codes/signing-keys'

export const list: Handler<'door.list'> = async ({ activityId }, { db, now, gateways, permit }) => {
  const found = await findActivity(db, activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  const { checkInFrom, checkInUntil, releaseFrom } = found.deadlines
  const { wrongNumbers, wrongNumberMinutes } = found.rules
  const change = await latestChange(db, activityId)
  const closedAt = found.row.roll_closed_at
  return accept({
    activityId,
    title: found.row.title,
    place: placeNow(found.row.place, change?.notice ?? null).place,
    startsAt: toIso(found.row.starts_at),
    endsAt: toIso(found.row.ends_at),
    checkInFrom: toIso(checkInFrom),
    checkInUntil: toIso(checkInUntil),
    releaseFrom: toIso(releaseFrom),
    numberLimits: { wrongNumbers, wrongNumberMinutes },
    roll: {
      closableFrom: toIso(found.deadlines.rollClosableFrom),
      closedAt: closedAt === null ? null : toIso(closedAt),
    },
    counts: await countsOf(db, permitted.value, activityId),
    parties: checkInParties(await readCheckInMembers(db, permitted.value, activityId), found, now),
    heads: (await readCheckInHeads(db, permitted.value, activityId)).flatMap(headOf),
    ticketKey: (await ticketSigner(db, gateways)).publicKey,
  })
}
