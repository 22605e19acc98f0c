import { maskedName } from '../../../core/domain/check-in/door/masked-name'
import { accept, refuse } from '../../../core/kernel/result'
import { addDays, instantAt, shanghaiDay, toIso, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { Forbidden } from '../../app/faults'
import type { Handler } from '../../app/handler'
import { countsById } from '../../check-in/at-door'
import { readOfficeActivities } from '../../repositories/check-in/door-list'
import { findPlace } from '../../repositories/check-in/places'
import { readVisitors } from '../../repositories/check-in/visits'

export const day: Handler<'door.day'> = async (input, { db, caller, now }) => {
  if (caller.role === 'office' && caller.officeId !== input.officeId) throw new Forbidden()
  const place = await findPlace(db, { kind: 'office', id: input.officeId })
  if (place === null) return refuse('office_not_found')
  const onDay = (input.day as ShanghaiDay | null) ?? shanghaiDay(now)
  const activities = await readOfficeActivities(
    db,
    place.id,
    instantAt(onDay, 0),
    instantAt(addDays(onDay, 1), 0),
  )
  const countsOf = await countsById(
    db,
    activities.map(({ activityId }) => activityId),
  )
  const visits = await readVisitors(db, place, onDay)
  return accept({
    day: onDay,
    activities: activities.map(({ activityId, title, startsAt, endsAt }) => ({
      activityId,
      title,
      startsAt: toIso(startsAt),
      endsAt: toIso(endsAt),
      counts: countsOf(activityId),
    })),
    visits: visits.map(({ visitId, name, at, grade, flags }) => ({
      visitId,
      name: maskedName(name),
      at: toIso(at),
      grade,
      flags,
    })),
  })
}
