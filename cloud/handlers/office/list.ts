import { accept } from '../../../core/kernel/result'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readDirectory } from '../../repositories/directory'
import { calendarAround } from '../../services/calendar'

export const list: Handler<'office.list'> = async (_input, { db, now, gateways }) =>
  accept({
    ...(await readDirectory(db, now)),
    calendar: await calendarAround({ db, gateways }, shanghaiDay(now)),
  })
