import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { endDeskSession } from '../../repositories/desk-session'
import { fromDesk } from './from-desk'

export const signOut: Handler<'desk.signOut'> = async (_input, context) => {
  const { tokenHash } = fromDesk(context)
  if (tokenHash !== null) await endDeskSession(context.db, { tokenHash }, context.now)
  return accept({ signedOut: true })
}
