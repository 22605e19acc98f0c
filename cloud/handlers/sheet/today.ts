import { accept } from '../../../core/kernel/result'
import { addDays, instantAt, shanghaiDay, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readDayActivities } from '../../repositories/check-in/check-in-list'
import { countWaiting } from '../../repositories/check-in/sheets'
import { countsById } from '../../services/check-in/check-in-desk'

export const today: Handler<'sheet.today'> = async (_input, { db, now, reach }) => {
  const day = shanghaiDay(now)
  const rows = await readDayActivities(db, reach, instantAt(day, 0), instantAt(addDays(day, 1), 0))
  const ids = rows.map(({ activityId }) => activityId)
  const [countsOf, waiting] = [await countsById(db, ids), await countWaiting(db, ids, now)]
  return accept({
    activities: rows.map(({ startsAt, endsAt, ...row }) => ({
      ...row,
      startsAt: toIso(startsAt),
      endsAt: toIso(endsAt),
      counts: countsOf(row.activityId),
      waiting: waiting.get(row.activityId) ?? 0,
    })),
  })
}
