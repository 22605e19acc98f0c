import type { VolunteerRow } from '../../../core/contract/staff'
import { VOLUNTEERS_AT_MOST } from '../../../core/domain/staff/invitation'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findActivity } from '../../repositories/activity/lock-activity'
import { findVolunteerCode, listVolunteers } from '../../repositories/invitation'
import { deskPermit } from '../../services/check-in/check-in-desk'

export const volunteers: Handler<'staff.volunteers'> = async ({ activityId }, { db, permit }) => {
  const permitted = deskPermit(await findActivity(db, activityId), permit)
  if (!permitted.ok) return permitted
  const code = await findVolunteerCode(db, activityId)
  const rows = code === undefined ? [] : await listVolunteers(db, code.id)
  const all = rows.flatMap(({ id, called, accepted_at, post_id }): VolunteerRow[] =>
    accepted_at === null
      ? []
      : [
          {
            invitationId: id,
            called,
            askedAt: toIso(accepted_at),
            state: post_id === null ? 'waiting' : 'helping',
          },
        ],
  )
  const of = (state: VolunteerRow['state']) => all.filter((row) => row.state === state)
  return accept({ volunteers: [...of('waiting'), ...of('helping')], atMost: VOLUNTEERS_AT_MOST })
}
