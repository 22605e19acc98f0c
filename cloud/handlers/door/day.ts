import { maskedName } from '../../../core/domain/check-in/masked-name'
import { accept, refuse } from '../../../core/kernel/result'
import { addDays, instantAt, shanghaiDay, toIso, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { countsById } from '../../services/check-in/check-in-desk'
import { readDayActivities } from '../../repositories/check-in/check-in-list'
import { findPlace } from '../../repositories/check-in/places'
import { readVisitors } from '../../repositories/check-in/visits'

export const day: Handler<'door.day'> = async (input, { db, now, permit, reach }) => {
  const { offices } = reach
  const onlyOffice = offices !== 'all' && offices.length === 1 ? (offices[0] ?? null) : null
  const officeId = input.officeId ?? onlyOffice
  if (officeId !== null) {
    const permitted = permit(placeOfOffice(officeId))
    if (!permitted.ok) return permitted
  }
  const place = officeId === null ? null : await findPlace(db, { kind: 'office', id: officeId })
  if (officeId !== null && place === null) return refuse('office_not_found')
  const onDay = (input.day as ShanghaiDay | null) ?? shanghaiDay(now)
  const activities = await readDayActivities(
    db,
    officeId === null ? reach : { offices: [officeId], activities: [] },
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
