import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readConsents, withdrawConsents } from '../../repositories/message/inbox'

export const withdrawConsent: Handler<'message.withdrawConsent'> = async ({ template }, { db, caller }) => {
  await withdrawConsents(db, caller.residentId, template)
  return accept({ consents: await readConsents(db, caller.residentId) })
}
