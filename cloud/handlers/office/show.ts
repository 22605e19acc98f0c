import { accept, refuse } from '../../../core/kernel/result'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findOffice } from '../../repositories/directory'

export const show: Handler<'office.show'> = async (input, { db, now, gateways }) => {
  const found = await findOffice(db, input.officeId, now)
  if (found === null) return refuse('office_not_found')
  return accept({ ...found, calendar: await gateways.holidays(shanghaiDay(now)) })
}
