import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { closeSession } from '../../repositories/session'

/** Over `callFunction` there is no session to end: WeChat itself says who calls. */
export const signOut: Handler<'session.signOut'> = async (_input, { db, tokenHash }) => {
  if (tokenHash !== null) await closeSession(db, tokenHash)
  return accept({ signedOut: true })
}
