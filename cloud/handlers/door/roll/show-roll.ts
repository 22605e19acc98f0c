import { accept, refuse } from '../../../../core/kernel/result'
import { toIso } from '../../../../core/kernel/shanghai-time'
import type { Handler } from '../../../app/handler'
import { countsOf, doorParties, refuseDoor } from '../../../check-in/at-door'
import { latestChange } from '../../../repositories/activity/change'
import { findActivity } from '../../../repositories/activity/lock-activity'
import { readDoorMembers, type DoorMemberRow } from '../../../repositories/check-in/door-list'
import { readCorrections } from '../../../repositories/check-in/rolls'

export const showRoll: Handler<'door.roll'> = async ({ activityId }, { db, caller }) => {
  const found = await findActivity(db, activityId)
  const refused = refuseDoor(found, caller)
  if (refused !== null || found === null) return refused ?? refuse('activity_not_found')
  if (found.activity.kind === 'open') return refuse('no_registration_needed')
  const { row, deadlines } = found
  const change = await latestChange(db, activityId)
  const corrections = await readCorrections(db, activityId)
  return accept({
    activityId,
    title: row.title,
    place: change?.notice.place ?? row.place,
    startsAt: toIso(row.starts_at),
    endsAt: toIso(row.ends_at),
    closableFrom: toIso(deadlines.rollClosableFrom),
    closedAt: row.roll_closed_at === null ? null : toIso(row.roll_closed_at),
    counts: await countsOf(db, activityId),
    parties: doorParties((await readDoorMembers(db, activityId)).filter(isOnRoll)),
    corrections: corrections.map(({ at, ...correction }) => ({ ...correction, at: toIso(at) })),
  })
}

/** Who had a place; and who was let in without one has nothing to be corrected. */
const isOnRoll = ({ state }: DoorMemberRow): boolean =>
  state === 'confirmed' || state === 'attended' || state === 'no_show'
