import { registrationPhase } from '../../../core/domain/activity/deadlines'
import { largestParty } from '../../../core/domain/registration/joining/joining'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readRules } from '../../repositories/activity/rules'
import { readCompoundNames } from '../../repositories/directory'
import { readCounterActivities, type CounterActivityRow } from '../../repositories/registration/counter'

/** As many as anybody reads through at a counter. */
const SHOWN = 60

export const activities: Handler<'counter.activities'> = async (_input, { db, now, reach }) => {
  const rows = await readCounterActivities(db, reach, now, SHOWN)
  const described = async ({ activityId, ...row }: CounterActivityRow) => {
    const found = await findActivity(db, activityId)
    if (found === null || found.activity.kind === 'open') return []
    const { activity, deadlines, seats, rules } = found
    const phase = registrationPhase(deadlines, now)
    if (phase === 'started') return []
    return [
      {
        ...row,
        activityId,
        title: found.row.title,
        startsAt: toIso(activity.startsAt),
        endsAt: toIso(activity.endsAt),
        phase,
        opensAt: activity.opensAt === null ? null : toIso(activity.opensAt),
        capacity: seats.capacity,
        free: seats.capacity - seats.inUse,
        largestParty: largestParty(activity, rules),
        questions: activity.questions,
        audience: activity.audience,
      },
    ]
  }
  return accept({
    activities: (await Promise.all(rows.map(described))).flat(),
    compounds: await readCompoundNames(db),
    childAge: (await readRules(db)).childAge,
  })
}
