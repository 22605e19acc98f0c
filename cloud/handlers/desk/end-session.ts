import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { endDeskSession } from '../../repositories/desk-session'

export const endSession: Handler<'desk.endSession'> = async ({ sessionId }, { db, caller, now }) =>
  (await endDeskSession(db, { id: sessionId, residentId: caller.residentId }, now))
    ? accept({ sessionId })
    : refuse('session_not_found')
