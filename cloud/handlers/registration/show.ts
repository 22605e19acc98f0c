import { stateAt } from '../../../core/domain/registration/leaving/ending'
import { waitingPositionOf } from '../../../core/domain/registration/queue/waiting-position'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findActivity } from '../../repositories/activity/lock-activity'
import { findOwnActivity } from '../../repositories/registration/parties'
import { readMembers, readOneOfMine } from '../../repositories/registration/pages'
import { judgeQueue, readQueue } from '../../repositories/registration/queue'

export const show: Handler<'registration.show'> = async ({ registrationId }, { db, caller, now }) => {
  const activityId = await findOwnActivity(db, registrationId, caller.residentId)
  const found = activityId === null ? null : await findActivity(db, activityId)
  if (found === null) return refuse('registration_not_found')
  const [{ telling, ...mine }, members, recorded] = await Promise.all([
    readOneOfMine(db, registrationId, caller.residentId, now),
    readMembers(db, registrationId, caller.residentId),
    readQueue(db, found.row.id),
  ])
  const queue = now < found.deadlines.startsAt ? await judgeQueue(db, found, recorded) : []
  const party = queue.find((one) => one.registrationId === registrationId)
  return accept({
    ...mine,
    telling,
    members: members.map(({ isOwnRecord, isClaimed, ...member }) => ({
      ...member,
      state: stateAt(member.state, found.deadlines, now),
      mayHandOver: isOwnRecord && !isClaimed && member.state !== 'cancelled',
    })),
    waitingPosition:
      party === undefined ? null : waitingPositionOf(party, queue, found.seats, found.deadlines, now),
    mayCancelUntil: toIso(found.deadlines.startsAt),
  })
}
