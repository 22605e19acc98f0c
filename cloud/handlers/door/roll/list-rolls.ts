import { rollClosableFrom } from '../../../../core/domain/activity/deadlines'
import { accept } from '../../../../core/kernel/result'
import { toIso } from '../../../../core/kernel/shanghai-time'
import { Forbidden } from '../../../app/faults'
import type { Handler } from '../../../app/handler'
import { countsById } from '../../../check-in/at-door'
import { readRules } from '../../../repositories/activity/rules'
import { readRolls } from '../../../repositories/check-in/rolls'

export const listRolls: Handler<'door.rolls'> = async (_input, { db, caller, now }) => {
  // Without an office it would be everybody's.
  if (caller.role === 'office' && caller.officeId === null) throw new Forbidden()
  const rules = await readRules(db)
  const rows = await readRolls(db, caller.role === 'office' ? caller.officeId : null, now, rules)
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
