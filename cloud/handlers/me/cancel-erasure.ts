import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { stopErasure } from '../../repositories/resident'

/** As long as the job has not been there, one may stay: also a moment after the last day. */
export const cancelErasure: Handler<'me.cancelErasure'> = async (_input, { db, caller }) =>
  accept({ eraseAfter: null, stopped: await stopErasure(db, caller.residentId) })
