import { accept, refuse } from '../../../core/kernel/result'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findOffice } from '../../repositories/directory'
import { calendarAround } from '../../services/calendar'

export const show: Handler<'office.show'> = async (input, { db, now, gateways }) => {
  const found = await findOffice(db, input.officeId, now)
  if (found === null) return refuse('office_not_found')
  return accept({ ...found, calendar: await calendarAround({ db, gateways }, shanghaiDay(now)) })
}
