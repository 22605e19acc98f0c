import { erasureDue } from '../../../core/domain/me/erasure'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { recordErasure } from '../../repositories/resident'
import { lockIsLastAdmin } from '../../services/end-posts'

export const requestErasure: Handler<'me.requestErasure'> = async (_input, { db, caller, now }) => {
  const isAdmin = caller.posts.some(({ role }) => role === 'admin')
  if (isAdmin && (await lockIsLastAdmin(db, caller.residentId, now))) return refuse('last_admin')
  const due = await recordErasure(db, caller.residentId, erasureDue(now))
  return accept({ eraseAfter: toIso(due ?? erasureDue(now)) })
}
