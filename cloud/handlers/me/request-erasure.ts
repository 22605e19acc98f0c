import { erasureDue } from '../../../core/domain/me/erasure'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { recordErasure } from '../../repositories/resident'

export const requestErasure: Handler<'me.requestErasure'> = async (_input, { db, caller, now }) => {
  const due = await recordErasure(db, caller.residentId, erasureDue(now))
  return accept({ eraseAfter: toIso(due ?? erasureDue(now)) })
}
