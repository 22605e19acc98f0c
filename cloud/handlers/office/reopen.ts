import { accept, refuse } from '../../../core/kernel/result'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { lockMainZone, takeBackClosing } from '../../repositories/hours-exception'

export const reopen: Handler<'office.reopen'> = async ({ officeId, note }, { db, now, permit }) => {
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  const zoneId = await lockMainZone(db, officeId)
  if (zoneId === null) return refuse('office_not_found')
  const days = await takeBackClosing(db, permitted.value, { officeId, zoneId, note, from: shanghaiDay(now) })
  return accept({ days })
}
