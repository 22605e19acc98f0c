import { decideTryingNumber, wrongNumbersSince } from '../../../core/domain/check-in/wrong-numbers'
import { accept, refuse } from '../../../core/kernel/result'
import { addDays, instantAt, shanghaiDay, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler, HandlerContext } from '../../app/handler'
import { checkInParties, deskPermit } from '../../services/check-in/check-in-desk'
import { logRefused } from '../../services/codes/judge-code'
import { findActivity, type FoundActivity } from '../../repositories/activity/lock-activity'
import { findNumberElsewhere, readCheckInMembers } from '../../repositories/check-in/check-in-list'
import { placeOf } from '../../repositories/check-in/places'
import { lockWrongNumbers, recordWrongNumber } from '../../repositories/check-in/refused'

export const findByNumber: Handler<'door.findByNumber'> = async ({ activityId, number }, context) => {
  const { db, caller, now, permit } = context
  const found = await findActivity(db, activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  const since = wrongNumbersSince(now, found.rules)
  const wrongAt = await lockWrongNumbers(db, caller.residentId, activityId, since)
  const trying = decideTryingNumber(wrongAt, now, found.rules)
  if (!trying.ok) return trying
  const [party] = checkInParties(
    await readCheckInMembers(db, permitted.value, activityId, { number }),
    found,
    now,
  )
  return party === undefined ? refuseWrong(context, found, number) : accept(party)
}

/** Where the number is another activity's of today, it says which and when; it counts as wrong all the same. */
async function refuseWrong(
  { db, caller, now }: HandlerContext<'door.findByNumber'>,
  { row }: FoundActivity,
  number: string,
) {
  await recordWrongNumber(db, caller.residentId, row.id, now)
  await logRefused(db, refuse('not_registered'), 'number', placeOf(row), now)
  const today = shanghaiDay(now)
  const tomorrow = instantAt(addDays(today, 1), 0)
  const elsewhere = await findNumberElsewhere(db, row.id, number, instantAt(today, 0), tomorrow)
  if (elsewhere === null) return refuse('not_registered')
  return refuse('other_activity', { title: elsewhere.title, startsAt: toIso(elsewhere.startsAt) })
}
