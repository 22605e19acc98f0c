import { accept } from '../../../core/kernel/result'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readDirectory, readSubdistrict } from '../../repositories/directory'

export const show: Handler<'home.show'> = async (_input, { db, now, gateways }) => {
  const [subdistrict, directory] = await Promise.all([readSubdistrict(db), readDirectory(db, now)])
  return accept({ subdistrict, directory: { ...directory, calendar: gateways.holidays(shanghaiDay(now)) } })
}
