import { maskedName } from '../../../core/domain/check-in/door/masked-name'
import { accept, refuse } from '../../../core/kernel/result'
import { addDays, instantAt, shanghaiDay, toIso, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { Forbidden } from '../../app/faults'
import type { Handler } from '../../app/handler'
import { countsById } from '../../check-in/at-door'
import { readDayActivities } from '../../repositories/check-in/door-list'
import { findPlace } from '../../repositories/check-in/places'
import { readVisitors } from '../../repositories/check-in/visits'

export const day: Handler<'door.day'> = async (input, { db, caller, now }) => {
  const officeId = caller.role === 'office' ? (input.officeId ?? caller.officeId) : input.officeId
  if (caller.role === 'office' && caller.officeId !== officeId) throw new Forbidden()
  const place = officeId === null ? null : await findPlace(db, { kind: 'office', id: officeId })
  if (officeId !== null && place === null) return refuse('office_not_found')
  const onDay = (input.day as ShanghaiDay | null) ?? shanghaiDay(now)
  const activities = await readDayActivities(
    db,
    officeId,
    instantAt(onDay, 0),
    instantAt(addDays(onDay, 1), 0),
  )
  const countsOf = await countsById(
    db,
    activities.map(({ activityId }) => activityId),
  )
  const visits = place === null ? [] : await readVisitors(db, place, onDay)
  return accept({
    day: onDay,
    office: place === null ? null : { id: place.id, name: place.name },
    activities: activities.map(({ activityId, title, place: spot, startsAt, endsAt }) => ({
      activityId,
      title,
      place: spot,
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
