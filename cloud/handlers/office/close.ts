import { decideClosing } from '../../../core/domain/office/closing'
import { accept, refuse } from '../../../core/kernel/result'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { calendarAround } from '../../services/calendar'
import { findOffice } from '../../repositories/directory'
import { lockMainZone, recordHoursOn } from '../../repositories/hours-exception'

export const close: Handler<'office.close'> = async (input, { db, caller, now, permit, gateways }) => {
  const { officeId, window, note } = input
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  const zoneId = await lockMainZone(db, officeId)
  const zone = (await findOffice(db, officeId, now))?.office.zones.find(({ id }) => id === zoneId)
  if (zoneId === null || zone === undefined) return refuse('office_not_found')
  const [from, until] = [input.from as ShanghaiDay, input.until as ShanghaiDay]
  const days = decideClosing(zone, await calendarAround({ db, gateways }, from), { from, until, window }, now)
  if (!days.ok) return days
  for (const { day, intervals } of days.value)
    await recordHoursOn(db, permitted.value, {
      officeId,
      zoneId,
      day,
      intervals,
      note,
      setBy: caller.residentId,
      setAt: now,
    })
  return accept({ days: days.value.map(({ day }) => day) })
}
