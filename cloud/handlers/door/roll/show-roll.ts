import { hasPlace } from '../../../../core/domain/registration/party'
import { placeNow } from '../../../../core/domain/activity/change'
import { accept, refuse } from '../../../../core/kernel/result'
import { toIso } from '../../../../core/kernel/shanghai-time'
import type { Handler } from '../../../app/handler'
import { latestChange } from '../../../repositories/activity/change'
import { findActivity } from '../../../repositories/activity/lock-activity'
import { readCheckInMembers } from '../../../repositories/check-in/check-in-list'
import { readCorrections } from '../../../repositories/check-in/rolls'
import { countsOf, checkInParties, deskPermit } from '../../../services/check-in/check-in-desk'

export const showRoll: Handler<'door.roll'> = async ({ activityId }, { db, now, permit }) => {
  const found = await findActivity(db, activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  if (found.activity.kind === 'open') return refuse('no_registration_needed')
  const { row, deadlines } = found
  const change = await latestChange(db, activityId)
  const corrections = await readCorrections(db, activityId)
  return accept({
    activityId,
    title: row.title,
    place: placeNow(row.place, change?.notice ?? null).place,
    startsAt: toIso(row.starts_at),
    endsAt: toIso(row.ends_at),
    closableFrom: toIso(deadlines.rollClosableFrom),
    closedAt: row.roll_closed_at === null ? null : toIso(row.roll_closed_at),
    counts: await countsOf(db, permitted.value, activityId),
    parties: checkInParties(
      (await readCheckInMembers(db, permitted.value, activityId)).filter(hasPlace),
      found,
      now,
    ),
    corrections: corrections.map(({ at, ...correction }) => ({ ...correction, at: toIso(at) })),
  })
}
