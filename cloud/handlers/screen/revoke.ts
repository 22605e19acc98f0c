import { accept, refuse } from '../../../core/kernel/result'
import { Forbidden } from '../../app/faults'
import type { Handler } from '../../app/handler'
import { findScreen, revokeScreen } from '../../repositories/check-in/codes'

export const revoke: Handler<'screen.revoke'> = async ({ officeId, screenId }, { db, caller, now }) => {
  if (caller.role === 'office' && caller.officeId !== officeId) throw new Forbidden()
  const screen = await findScreen(db, screenId)
  if (screen?.officeId !== officeId) return refuse('screen_not_found')
  await revokeScreen(db, screenId, now)
  return accept({ screenId })
}
