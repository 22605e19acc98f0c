import { accept, refuse } from '../../../core/kernel/result'
import { shanghaiDay, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { listForScreen } from '../../repositories/activity/on-screen'
import { findScreen, recordScreenSeen } from '../../repositories/check-in/codes'
import { findOffice, readSubdistrict } from '../../repositories/directory'
import { noticesInForce } from '../../repositories/news/notices'
import { calendarAround } from '../../services/calendar'

export const show: Handler<'screen.show'> = async ({ screenId }, { db, now, gateways }) => {
  const screen = await findScreen(db, screenId)
  const found = screen === null ? null : await findOffice(db, screen.officeId, now)
  if (screen === null || found === null) return refuse('screen_not_found')
  if (screen.revokedAt !== null) return refuse('revoked_screen')
  await recordScreenSeen(db, screen, now)
  const [notice = null] = await noticesInForce(db, now, 1)
  return accept({
    now: toIso(now),
    office: found.office,
    subdistrict: await readSubdistrict(db),
    calendar: await calendarAround({ db, gateways }, shanghaiDay(now)),
    ...(await listForScreen(db, screen.officeId, now)),
    notice,
  })
}
