import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findActivity } from '../../repositories/activity/lock-activity'
import {
  codeHashOf,
  lockVolunteerCode,
  newCode,
  recordInvitation,
  recordNewCode,
} from '../../repositories/invitation'
import { deskPermit } from '../../services/check-in/check-in-desk'

export const openVolunteerCode: Handler<'staff.openVolunteerCode'> = async ({ activityId }, context) => {
  const { db, now, permit } = context
  const found = await findActivity(db, activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  const endsAt = found.deadlines.checkInUntil
  if (now >= endsAt || found.row.status === 'withdrawn') return refuse('check_in_over')
  const code = newCode()
  const former = await lockVolunteerCode(db, activityId)
  if (former !== undefined) await recordNewCode(db, former.id, code, endsAt, permitted.value.post.id)
  else
    await recordInvitation(db, {
      code_hash: codeHashOf(code),
      role: 'scanner',
      called: '志愿者',
      office_ids: [],
      activity_ids: [activityId],
      may_read_log: false,
      post_ends_at: new Date(endsAt),
      invited_by: permitted.value.post.id,
      created_at: new Date(now),
      expires_at: new Date(endsAt),
      accepted_by: null,
      accepted_at: null,
      revoked_at: null,
      post_id: null,
      on_the_spot: true,
    })
  return accept({ title: found.row.title, code, path: `/s/${code}`, endsAt: toIso(endsAt) })
}
