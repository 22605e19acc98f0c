import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { findActivity } from '../../repositories/activity/lock-activity'
import { findPoster, revokePoster } from '../../repositories/check-in/codes'

export const revoke: Handler<'poster.revoke'> = async ({ token }, { db, now, permit }) => {
  const poster = await findPoster(db, token)
  if (poster === null) return refuse('poster_not_found')
  const { kind, id } = poster.place
  const officeId = kind === 'office' ? id : ((await findActivity(db, id))?.row.office_id ?? null)
  const permitted = permit(kind === 'office' ? placeOfOffice(id) : { officeId, activityId: id })
  if (!permitted.ok) return permitted
  await revokePoster(db, permitted.value, token, now)
  return accept({ token })
}
