import { accept, refuse } from '../../../core/kernel/result'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { calendarAround } from '../../services/calendar'
import { readChecks, readChoices, readDays, readOffices } from '../../repositories/place'

export const show: Handler<'place.show'> = async ({ officeId }, { db, now, permit, gateways }) => {
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  const offices = await readOffices(db, [officeId])
  const [office] = offices
  if (office === undefined) return refuse('office_not_found')
  const today = shanghaiDay(now)
  return accept({
    officeId,
    version: office.version,
    content: office.content,
    checks: (await readChecks(db, offices)).get(officeId) ?? [],
    days: await readDays(db, officeId, today),
    calendar: await calendarAround({ db, gateways }, today),
    ...(await readChoices(db)),
  })
}
