import { rollClosableFrom } from '../../../../core/domain/activity/deadlines'
import { accept } from '../../../../core/kernel/result'
import { toIso } from '../../../../core/kernel/shanghai-time'
import type { Handler } from '../../../app/handler'
import { countsById } from '../../../services/check-in/check-in-desk'
import { readRules } from '../../../repositories/activity/rules'
import { readRolls } from '../../../repositories/check-in/rolls'

export const listRolls: Handler<'door.rolls'> = async (_input, { db, now, reach }) => {
  const rules = await readRules(db)
  const rows = await readRolls(db, reach, now, rules)
  const countsOf = await countsById(
    db,
    rows.map(({ activityId }) => activityId),
  )
  return accept({
    rolls: rows.map(({ startsAt, endsAt, closedAt, ...row }) => ({
      ...row,
      startsAt: toIso(startsAt),
      endsAt: toIso(endsAt),
      closableFrom: toIso(rollClosableFrom({ startsAt, endsAt }, rules)),
      closedAt: closedAt === null ? null : toIso(closedAt),
      counts: countsOf(row.activityId),
    })),
  })
}
