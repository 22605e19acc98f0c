import { placeNow } from '../../../core/domain/activity/change'
import { decideTypingPaper } from '../../../core/domain/check-in/paper'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { latestChange } from '../../repositories/activity/change'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readCheckInMembers } from '../../repositories/check-in/check-in-list'
import { countPaper, countWaiting, readSheets } from '../../repositories/check-in/sheets'
import { countsOf, deskPermit, checkInParties } from '../../services/check-in/check-in-desk'

export const show: Handler<'sheet.show'> = async ({ activityId }, { db, now, permit }) => {
  const found = await findActivity(db, activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  const { row, activity } = found
  const change = await latestChange(db, activityId)
  const sheets = await readSheets(db, permitted.value, activityId)
  return accept({
    activityId,
    title: row.title,
    place: placeNow(row.place, change?.notice ?? null).place,
    startsAt: toIso(row.starts_at),
    endsAt: toIso(row.ends_at),
    counts: await countsOf(db, permitted.value, activityId),
    waiting: (await countWaiting(db, [activityId], now)).get(activityId) ?? 0,
    parties: checkInParties(await readCheckInMembers(db, permitted.value, activityId), found, now),
    sheets: sheets.map(({ printedAt, ...sheet }) => ({ ...sheet, printedAt: toIso(printedAt) })),
    paper: await countPaper(db, activityId),
    mayRecord: decideTypingPaper(activity, row.roll_closed_at !== null, now).ok,
  })
}
