import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordErasure } from '../../repositories/resident'

export const cancelErasure: Handler<'me.cancelErasure'> = async (_input, { db, caller }) => {
  await recordErasure(db, caller.residentId, null)
  return accept({ eraseAfter: null })
}
