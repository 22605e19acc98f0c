import { decideHoursOn } from '../../../core/domain/office/hours-exception'
import { accept, refuse } from '../../../core/kernel/result'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { lockMainZone, recordHoursOn } from '../../repositories/hours-exception'

export const setHoursOn: Handler<'office.setHoursOn'> = async (input, { db, caller, now, permit }) => {
  const permitted = permit(placeOfOffice(input.officeId))
  if (!permitted.ok) return permitted
  const zoneId = await lockMainZone(db, input.officeId)
  if (zoneId === null) return refuse('office_not_found')
  const day = input.day as ShanghaiDay
  const hours = decideHoursOn(day, input.intervals, now)
  if (!hours.ok) return hours
  await recordHoursOn(db, permitted.value, {
    officeId: input.officeId,
    zoneId,
    day,
    intervals: hours.value,
    note: input.note,
    setBy: caller.residentId,
    setAt: now,
  })
  return accept({ officeId: input.officeId, day })
}
