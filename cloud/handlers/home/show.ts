import { DAY } from '../../../core/domain/activity/deadlines'
import { accept } from '../../../core/kernel/result'
import { instant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { nextActivities } from '../../repositories/activity/pages'
import { readDirectory, readSubdistrict } from '../../repositories/directory'

/** What a first screen has room for. */
const DAYS_AHEAD = 7
const ACTIVITIES_SHOWN = 3

export const show: Handler<'home.show'> = async (_input, { db, now, gateways }) => {
  const week = { from: now, to: instant(now + DAYS_AHEAD * DAY) }
  const [subdistrict, directory, activities] = await Promise.all([
    readSubdistrict(db),
    readDirectory(db, now),
    nextActivities(db, week, ACTIVITIES_SHOWN),
  ])
  const calendar = gateways.holidays(shanghaiDay(now))
  return accept({ subdistrict, directory: { ...directory, calendar }, activities })
}
