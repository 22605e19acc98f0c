import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findActivity } from '../../repositories/activity/lock-activity'
import { findPoster, revokePoster } from '../../repositories/check-in/codes'

export const revoke: Handler<'poster.revoke'> = async ({ token }, { db, caller, now }) => {
  const poster = await findPoster(db, token)
  if (poster === null) return refuse('poster_not_found')
  const { kind, id } = poster.place
  const officeId = kind === 'office' ? id : ((await findActivity(db, id))?.row.office_id ?? null)
  if (caller.role === 'office' && officeId !== caller.officeId) return refuse('not_own_office')
  await revokePoster(db, token, now)
  return accept({ token })
}
