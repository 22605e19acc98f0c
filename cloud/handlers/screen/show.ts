import { accept, refuse } from '../../../core/kernel/result'
import { addDays, instantAt, shanghaiDay, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { listAtOffice } from '../../repositories/activity/pages'
import { findScreen } from '../../repositories/check-in/codes'
import { findOffice } from '../../repositories/directory'

export const show: Handler<'screen.show'> = async ({ screenId }, { db, now, gateways }) => {
  const screen = await findScreen(db, screenId)
  const found = screen === null ? null : await findOffice(db, screen.officeId, now)
  if (screen === null || found === null) return refuse('screen_not_found')
  if (screen.revokedAt !== null) return refuse('revoked_screen')
  const today = shanghaiDay(now)
  return accept({
    now: toIso(now),
    office: found.office,
    calendar: gateways.holidays(today),
    activities: await listAtOffice(db, screen.officeId, now, instantAt(addDays(today, 1), 0)),
  })
}
