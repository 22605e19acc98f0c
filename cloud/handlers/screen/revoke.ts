import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { findScreen, revokeScreen } from '../../repositories/check-in/codes'

export const revoke: Handler<'screen.revoke'> = async ({ officeId, screenId }, { db, now, permit }) => {
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  const screen = await findScreen(db, screenId)
  if (screen?.officeId !== officeId) return refuse('screen_not_found')
  await revokeScreen(db, permitted.value, screenId, now)
  return accept({ screenId })
}
