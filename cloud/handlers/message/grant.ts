import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { grantConsents, readConsents } from '../../repositories/message/inbox'

export const grant: Handler<'message.grant'> = async ({ templates }, { db, caller, now }) => {
  await grantConsents(db, caller.residentId, templates, now)
  return accept({ consents: await readConsents(db, caller.residentId) })
}
